/** Qué ha cambiado, y el próximo borrador. */
export const revision = {
  kinds: {
    added: 'nuevo',
    title: 'otro título',
    text: 'otro texto',
    reordered: 'las mismas palabras en otro orden',
    moved: 'en otro lugar',
    split: 'separado de uno más largo',
    merged: 'unido a partir de varios',
    removed: 'ya no está',
    none: 'como antes',
  },
  frames: { considerations: 'Las consideraciones', 'lead-in': 'Las palabras que introducen los valores' },
  sizes: {
    spelling: 'solo ortografía',
    clearer: 'más claro, con el mismo sentido',
    meaning: 'otro sentido',
  },
  diff: {
    added: 'Añadido: {text}.',
    removed: 'Quitado: {text}.',
    breaks: 'Las palabras son las mismas; solo cambia dónde empiezan líneas o párrafos.',
    key: 'Lo añadido está entre [+ y +]; lo quitado, entre [− y −].',
    title: 'Título: {text}',
    from: 'Viene de: {titles}',
    more: 'El resto de este cambio está en la página.',
    quoted: '«{text}»',
  },
  said: {
    size: 'Según quienes lo escriben: {size}.',
    why: 'Por qué: {why}',
    inDraft: 'En el borrador {number}: {said}',
    theme: 'Detrás está el tema {number}.',
    namedTheme: 'Detrás está el tema {number}, «{title}».',
    disputed:
      'Alguien de la comunidad dice que esto es más que ortografía, así que se nos pregunta de nuevo.',
    undeclared: 'Nadie ha dicho todavía hasta dónde llega.',
  },
  copy: {
    title: 'El próximo borrador de {charter}',
    summary:
      'El próximo borrador de {charter}, {count, plural, =0 {sin valores} one {un valor} other {# valores}}.',
    savedOwn: 'Lo guardaste el {moment}.',
    savedBy: '{name} lo guardó el {moment}.',
    saved: 'Se guardó el {moment}.',
    begun: 'Empieza a partir del borrador {base}. Nadie más lo ve antes de que se publique.',
    just: {
      saved: 'Guardado: {title}.',
      added: 'Añadido al final: {title}.',
      removed: 'Quitado: {title}.',
      moved: 'Ahora está en el lugar {position}: {title}.',
      unchanged: 'Este valor sigue como antes: {title}.',
      taken: 'Ahora vale tu texto. El otro se conserva hasta que se publique el borrador.',
    },
    beside: 'Junto al borrador {base}:',
    line: '{title}: *{kinds}*',
    removed: 'Ya no están: {titles}.',
    undeclared:
      '{count, plural, one {Un cambio no dice todavía hasta dónde llega.} other {# cambios no dicen todavía hasta dónde llegan.}}',
    none: 'Todavía no tiene valores.',
    pick: 'Un valor',
    edit: 'Editar',
    up: 'Subir',
    remove: 'Quitar',
    add: 'Añadir un valor',
    matching: 'Qué cambia, y por qué',
    preview: 'Vista previa',
    open: 'El próximo borrador',
    typed:
      'Con palabras: «{edit} 2: título», con el texto en las líneas siguientes; «{move} 4 2»; «{remove} 2 sí»; «{add}: título».',
  },
  form: {
    title: 'Valor {position}',
    newTitle: 'Un valor nuevo',
    valueTitle: 'Título',
    valueText: 'Texto, en Markdown, de {most, number} caracteres como mucho',
    titlePlaceholder: 'Qué hacemos, en pocas palabras',
    textPlaceholder: 'Qué significa para nuestra comunidad',
    save: 'Guardar',
    window: 'Escribir en una ventana',
    back: 'Volver al borrador',
    others: 'Lo que otras personas cambien entretanto en otros valores se mantiene.',
    problems: {
      'no-title': 'Todavía no se ha guardado nada: un valor necesita un título.',
      'title-too-long': 'Todavía no se ha guardado nada: el título tiene más de {title, number} caracteres.',
      'text-too-long': 'Todavía no se ha guardado nada: el texto tiene más de {text, number} caracteres.',
      'too-many-values':
        'Todavía no se ha guardado nada: un borrador tiene {values, number} valores como mucho.',
      'reads-otherwise':
        'Todavía no se ha guardado nada: en un texto publicado se leería como más de un valor. Quita títulos y líneas de guiones.',
      refused: 'Todavía no se ha guardado nada: {what} {advice}',
      gone: 'Todavía no se ha guardado nada: este valor ya no está en el borrador. Se puede añadir como uno nuevo.',
      cut: 'Es demasiado largo para mostrarlo aquí entero; «{edit}» lo acepta con palabras.',
    },
    theirs:
      '{name} cambió este valor después de que lo abrieras, el {moment}. No se pierde nada: elige qué vale.',
    theirsUnnamed:
      'Alguien cambió este valor después de que lo abrieras, el {moment}. No se pierde nada: elige qué vale.',
    theirsOwn:
      'Cambiaste este valor en otro sitio después de abrirlo aquí, el {moment}. No se pierde nada: elige qué vale.',
    theirsNow: 'Ahora dice:',
    theirsRemoved: 'Se quitó.',
    yours: 'Lo que escribiste está abajo, y se puede cambiar antes de guardarlo.',
    takeMine: 'Tomar lo mío',
    keepTheirs: 'Dejar lo otro',
    typed: 'Con palabras: «{edit} {position}: título», con el texto en las líneas siguientes.',
    typedNew: 'Con palabras: «{add}: título», con el texto en las líneas siguientes.',
  },
  remove: {
    title: '¿Quitar el valor {position}?',
    effect:
      'Deja de estar en el próximo borrador. Los borradores anteriores lo conservan, con las respuestas que recibió.',
    button: 'Quitarlo',
    typed: 'Con palabras: «{remove} {position} sí».',
  },
  conflict: {
    title: 'Dos textos para el próximo borrador de {charter}',
    theirs: '{name} guardó el que vale ahora, el {moment}.',
    theirsUnnamed: 'Alguien guardó el que vale ahora, el {moment}.',
    theirsOwn: 'Guardaste el que vale ahora el {moment}.',
    yours: 'El tuyo se conserva al lado. Esto cambiaría si ocupara su lugar:',
    same: 'Sus valores dicen lo mismo.',
    others:
      'También hay otras diferencias: títulos, consideraciones, contexto o lo que se dice de los cambios.',
    more: '{count, plural, one {Y hay otro valor distinto.} other {Y hay otros # valores distintos.}}',
    takeMine: 'Tomar el mío',
    keepTheirs: 'Dejar el otro',
    typed: 'Con palabras: «{take} {version} {over}» toma el tuyo.',
  },
  matching: {
    title: 'Qué cambia junto al borrador {base}, y por qué',
    intro:
      'Los valores se emparejan con los del borrador {base} según lo que tienen en común. Donde no sea así, se puede corregir.',
    asked:
      '{asked, plural, =0 {No se pregunta nada de nuevo a la comunidad.} one {Se pregunta de nuevo a la comunidad por uno de {total} valores.} other {Se pregunta de nuevo a la comunidad por # de {total} valores.}}',
    line: '{title}: *{what}*',
    from: 'de «{titles}»',
    unsized: 'sin decir hasta dónde llega',
    none: 'No cambia nada.',
    pick: 'Un cambio',
    open: 'Abrirlo',
    back: 'Todos los cambios',
    next: 'El próximo borrador',
    preview: 'Vista previa',
    typed:
      'Con palabras: «{match} 4 2» o «{match} 4 nuevo»; «{declare} 4 claridad: por qué»; «{declare} consideraciones sentido: por qué».',
  },
  change: {
    title: 'Valor {position}: {title}',
    removedTitle: 'Ya no está: {title}',
    found: 'Encontrado: {kinds}.',
    asked: 'A quien valoró el borrador {base} se le pregunta de nuevo.',
    notAsked: 'Las respuestas al borrador {base} se mantienen.',
    from: 'Viene de, en el borrador {base}',
    new: 'De ninguno: es nuevo',
    size: '¿Hasta dónde llega?',
    why: 'Por qué, para que lo lea toda la comunidad',
    whyPlaceholder: 'Qué llevó a ello',
    themes: 'Temas que hay detrás',
    save: 'Guardar',
    saved: 'Guardado.',
    problems: {
      'no-such-value': 'Todavía no se ha guardado nada: el borrador {base} no tiene un valor con ese número.',
      'no-such-theme': 'Todavía no se ha guardado nada: no hay ningún tema con ese número.',
      'why-too-long': 'Todavía no se ha guardado nada: el motivo tiene más de {most, number} caracteres.',
      'more-than-spelling':
        'Todavía no se ha guardado nada: esta frase dice ahora otra cosa, y va delante de cada valor. Elige otro alcance; a quien valoró el borrador {base} se le pregunta de nuevo.',
      unchanged: 'No se ha guardado nada: dice lo de antes, así que no hay cambio del que decir algo.',
    },
    typed: 'Con palabras: «{declare} {of} claridad temas 1, 2: por qué».',
  },
  changes: {
    title: 'Del borrador {from} al borrador {to}',
    summary:
      'Del borrador {from} al borrador {to} de {charter}: {changed, plural, =0 {nada ha cambiado} one {un cambio} other {# cambios}}, {unchanged, plural, =0 {ningún valor} one {un valor} other {# valores}} como antes.',
    found:
      '{changed, plural, =0 {Nada ha cambiado.} one {Un cambio.} other {# cambios.}} {unchanged, plural, =0 {Ningún valor dice lo de antes.} one {Un valor dice lo de antes.} other {# valores dicen lo de antes.}}',
    only: '{changed, plural, =0 {El valor {position} dice lo de antes.} other {Aquí se ve solo el valor {position}.}}',
    heading: '{position}. {title}',
    unanswered:
      'Se publicó cuando parte de lo dicho sobre el borrador {base} no tenía respuesta: {themes, plural, =0 {} one {un tema} other {# temas}}{themes, plural, =0 {} other {{comments, plural, =0 {} other { y }}}}{comments, plural, =0 {} one {un comentario} other {# comentarios}}.',
    button: 'Qué ha cambiado',
    page: 'En una página',
    theme: 'Tema {number}',
    feedback: 'Preguntado, dicho, hecho',
    read: 'Leer el borrador {number}',
    typed:
      'Con palabras: «{changes} {from} {to}»; «{values} {from}» muestra el borrador {from} tal como se valoró.',
  },
  ballot: {
    added: 'Nuevo en este borrador.',
    changed: 'Desde el borrador {since}: {kinds}.',
    former: 'En el borrador {number} respondiste: {answer}.',
    carried: 'Viene del borrador {number}: las palabras son las que respondiste allí.',
    carriedOver: 'Viene del borrador {number}, a través de un cambio que se da por solo ortografía.',
    dispute: 'Es más que ortografía',
  },
  answers: {
    carried: 'viene del borrador {number}',
    allCarried:
      'Nada de lo que valoraste ha cambiado, así que no hay nada que responder de nuevo: tus respuestas de antes valen también aquí. Puedes cambiar cada una.',
    allDone: 'Has respondido a lo nuevo. Lo demás sigue como antes, y se puede cambiar.',
  },
  dispute: {
    title: '¿Es más que ortografía? Valor {position}',
    what: 'Su cambio se da por solo ortografía, así que las respuestas a las palabras de antes valen también para estas.',
    effect:
      'Si dices que es más, se pregunta de nuevo por él a toda la comunidad, y queda en el registro. A nadie se le dice quién lo dijo.',
    button: 'Es más que ortografía',
    asking: '¿Es el cambio del valor {position} más que ortografía?',
    disputed:
      'Anotado: el cambio del valor {position} es más que ortografía. Se pregunta de nuevo por él a toda la comunidad; a nadie se le dice quién lo dijo.',
    'disputed-before':
      'Alguien lo dijo antes: se pregunta de nuevo a toda la comunidad por el valor {position}.',
    'not-open': 'Este borrador ya no está abierto, así que no se ha anotado nada.',
    'not-spelling':
      'El cambio del valor {position} no se da por solo ortografía, así que no hay nada que objetar a eso.',
    typed: 'Con palabras: «{dispute} {position} sí».',
  },
  notices: {
    'nothing-before': 'Este es el primer borrador: no hay nada con que emparejarlo.',
    'first-draft': 'El borrador {number} es el primero: antes no hubo ninguno.',
    'same-draft': 'Es el mismo borrador, así que no hay diferencias.',
    'last-value': 'Es el único valor. Edítalo, o añade otro antes.',
    'version-gone': 'Ese texto ya no se conserva: el borrador se ha publicado entretanto.',
    busy: 'Otras personas están guardando en el mismo momento, así que esto no se ha guardado. Inténtalo de nuevo.',
    'unreadable-declaration':
      'No puedo leer eso, así que no se ha guardado nada. Se escribe como «declarar 4 claridad: por qué» o «corresponder 4 2».',
    'frame-unchanged': 'Eso dice lo de antes, así que no hay nada que decir de ello.',
    'removed-meanwhile': 'Alguien quitó ese valor entretanto, así que no se ha guardado nada.',
  },
  preview: {
    asked:
      '{asked, plural, =0 {A quien valoró el borrador {base} no se le pregunta nada de nuevo: todas sus respuestas se mantienen.} one {A quien valoró el borrador {base} se le pregunta de nuevo por uno de {total} valores; en los demás se mantienen sus respuestas.} other {A quien valoró el borrador {base} se le pregunta de nuevo por # de {total} valores; en los demás se mantienen sus respuestas.}}',
    undeclared:
      '{count, plural, one {Un cambio no dice todavía hasta dónde llega.} other {# cambios no dicen todavía hasta dónde llegan.}}',
    unanswered:
      'De lo dicho sobre el borrador {base}, esto sigue sin respuesta: {themes, plural, =0 {} one {un tema} other {# temas}}{themes, plural, =0 {} other {{comments, plural, =0 {} other { y }}}}{comments, plural, =0 {} one {un comentario} other {# comentarios}}. Se puede publicar de todos modos; se muestra a toda la comunidad.',
    matching: 'Qué cambia, y por qué',
    revise: 'Editar los valores',
  },
  announcement: {
    since: 'Desde el borrador {base}: {parts}.',
    added: '{count, plural, one {un valor nuevo} other {# valores nuevos}}',
    title: '{count, plural, one {un título cambiado} other {# títulos cambiados}}',
    text: '{count, plural, one {un texto cambiado} other {# textos cambiados}}',
    removed: '{count, plural, one {un valor que ya no está} other {# valores que ya no están}}',
    same: '{count, plural, one {un valor como antes} other {# valores como antes}}',
    asked:
      '{asked, plural, =0 {Si lo valoraste, tus respuestas se mantienen: no hay ninguna pregunta para ti.} one {Si lo valoraste, hay una pregunta para ti.} other {Si lo valoraste, hay # preguntas para ti.}}',
    unanswered:
      'No todo lo dicho sobre el borrador {base} tiene respuesta. Sigue abierto: {themes, plural, =0 {} one {un tema} other {# temas}}{themes, plural, =0 {} other {{comments, plural, =0 {} other { y }}}}{comments, plural, =0 {} one {un comentario} other {# comentarios}}.',
  },
  help: {
    changes: 'qué ha cambiado de un borrador a otro, y por qué',
    dispute: 'dice que un cambio del valor 2 es más que ortografía',
    revise: 'el próximo borrador, valor por valor',
    edit: 'edita el valor 2: el título tras los dos puntos, el texto en las líneas siguientes',
    matching: 'qué valor viene de cuál, hasta dónde llegan los cambios y por qué',
  },
  pages: {
    draftTitle: 'Borrador {number}: {title}',
    draftDescription: 'El borrador {number} de «{title}», tal como se publicó.',
    asRated: 'Exactamente como se valoró.',
    corrected:
      '{count, plural, one {Desde entonces se corrigió una errata.} other {Desde entonces se corrigieron # erratas.}}',
    values: 'Los valores',
    considerations: 'Consideraciones',
    background: 'Contexto',
    reason: 'Por qué este borrador: {reason}',
    toDraft: 'Borrador {number}',
    toChanges: 'Qué ha cambiado desde el borrador {from}',
    changesTitle: 'Del borrador {from} al borrador {to}: {title}',
    changesDescription: 'Qué cambió del borrador {from} al borrador {to} de «{title}», y por qué.',
    key: 'Lo añadido está subrayado y entre [+ y +]; lo quitado está tachado y entre [− y −].',
    addedWords: 'añadido:',
    removedWords: 'quitado:',
  },
};

/** The ledger, facilitators, second facilitators. */
export const people = {
  ledger: {
    title: 'El libro de registro',
    summary:
      'El libro de registro de {charter}: {entries, plural, one {una entrada} other {# entradas}}, último sello {head}.',
    intro:
      'Aquí se anotan borradores, reglas, fechas, respuestas y decisiones a medida que ocurren. Cada entrada va unida a la anterior, así que ninguna puede cambiarse, quitarse ni moverse sin que se note. No contiene valoraciones, comentarios ni personas.',
    head: 'Último sello',
    entries: 'Entradas',
    last: 'Última entrada',
    check:
      'Cualquiera puede comprobar el archivo: «npx touchstone verify ARCHIVO --head {head}», sin preguntarnos.',
    keep: 'Quien anota el último sello de vez en cuando puede probar lo que constaba aquí entonces.',
    file: 'El libro como archivo',
    note: 'Registro: {head}',
  },
  facilitators: {
    title: 'Quién facilita',
    summary:
      '{count, plural, =0 {No consta nadie que facilite.} one {Facilita una persona.} other {Facilitan # personas.}}',
    intro:
      'Quienes facilitan escriben borradores, publican, cierran y responden. De las valoraciones no ven más que el resto.',
    everybody:
      'Este bot funciona para desarrollo: facilita cualquiera que le escriba, conste quien conste aquí.',
    named: '{name} ({mark})',
    own: '{name} ({mark}), tú',
    unnamed: 'Alguien que aún no ha escrito aquí',
    nobody: 'No consta nadie.',
    more: '{count, plural, one {y # más} other {y # más}}',
    choose: 'Quién deja de facilitar',
    chooseMissing: 'Elige primero a alguien.',
    remove: 'Quitar',
    invite: 'Invitar a alguien',
    just: {
      removed: 'Hecho. Esa persona ya no facilita, y todos pueden leer que se quitó a alguien.',
      last: 'No quedaría nadie para facilitar, así que no se quitó a nadie. Invita antes a alguien.',
      'too-few':
        'Una carta pide una segunda persona que facilite y quedaría solo una, así que no se quitó a nadie. Invita antes a alguien.',
      unknown:
        'Nadie tiene aquí esa marca, así que no se quitó a nadie. Está entre paréntesis tras cada nombre.',
      'nobody-chosen': 'No se eligió a nadie, así que no se quitó a nadie.',
    },
    typed: 'Con palabras: «{removeFacilitator} {mark}», «{invite}».',
  },
  removing: {
    title: '¿Deja de facilitar {name}?',
    own: '¿Quieres dejar de facilitar?',
    somebody: 'esta persona',
    what: 'Ya no podrá escribir borradores, publicar ni responder. Sigue en la comunidad como todos.',
    ownWhat: 'Ya no podrás escribir borradores, publicar ni responder. Sigues en la comunidad como todos.',
    recorded:
      'Todos pueden leer que se quitó a alguien que facilitaba y cuántas personas quedan. No se anota ningún nombre.',
    back: 'Otra invitación lo deshace.',
    button: 'Quitar',
    typed: 'Con palabras: «{removeFacilitator} {mark} sí».',
  },
  invitation: {
    title: 'Una invitación',
    summary: 'Un código con el que una persona pasa a facilitar. Solo está en esta tarjeta.',
    intro: 'Da este código a quien vaya a facilitar con nosotros, y a nadie más.',
    how: 'Esa persona escribe «{accept} {code}» al bot en su propio chat con él.',
    until: 'Sirve una vez, hasta el {moment}. No lo guardamos: se muestra esta única vez.',
  },
  accept: {
    title: 'Facilitar con nosotros',
    summary: 'Pide el código de tu invitación.',
    intro: 'Escribe el código que te dio alguien que facilita.',
    label: 'Código de la invitación',
    missing: 'Escribe primero el código.',
    wrong:
      '«{code}» no abre nada: ya se usó, tiene más de una semana o hay un descuido en él. Si hace falta, pide otro.',
    button: 'Aceptar',
    typed: 'Con palabras: «{accept}» y el código.',
  },
  approvals: {
    title: 'Lo que espera una segunda confirmación',
    summary:
      '{count, plural, =0 {Nada espera una segunda confirmación.} one {Una cosa espera una segunda confirmación.} other {# cosas esperan una segunda confirmación.}}',
    none: 'Nada espera. Lo que no se puede deshacer y pide una segunda persona queda aquí hasta que se confirma.',
    what: '**{action}** en {charter}',
    since: 'Pedido por {by} el {moment}.',
    program: 'un programa con un token de la API',
    somebody: 'alguien que facilita',
    you: 'ti',
    later: 'Ocurrirá el {at}, en la hora de la carta.',
    own: 'Lo pediste tú: lo confirma otra persona que facilite.',
    mark: 'Con palabras: «{approve} {mark}».',
    ownMark: 'Con palabras: «{disapprove} {mark}» lo retira.',
    approve: 'Confirmar {action}',
    disapprove: 'No hacerlo',
    takeBack: 'Retirarlo',
    actions: {
      publish: 'Publicación',
      seal: 'Sellado',
      adopt: 'Adopción',
      delete: 'Eliminación',
      rules: 'Menos confirmaciones',
    },
    doing: {
      publish: 'la publicación',
      seal: 'el sellado',
      adopt: 'la adopción',
      delete: 'la eliminación',
      rules: 'el cambio',
    },
    preview: 'Ver el texto',
    just: {
      declined: 'Ya no espera, y no se hizo nada.',
      gone: 'Eso ya no espera: alguien lo confirmó o lo retiró.',
      own: 'Lo pediste tú. Lo confirma otra persona que facilite.',
      'asker-gone': 'Quien lo pidió ya no facilita, así que ya no espera y no se hizo nada.',
    },
    waiting: 'Espera una segunda confirmación',
    fact: '{action}, desde el {moment}',
    status: '{count, plural, one {Una cosa espera} other {# cosas esperan}} una segunda confirmación.',
    needed: 'Antes de que ocurra, lo confirma una segunda persona que facilite.',
  },
  deleting: {
    title: '¿Eliminar {charter} para siempre?',
    drafts:
      '{count, plural, =0 {No se publicó ningún borrador.} one {Desaparece su único borrador, con resultados y todo lo que se dijo de él.} other {Desaparecen sus # borradores, con resultados y todo lo que se dijo de ellos.}}',
    answered: 'Desaparece lo que se respondió, y nadie puede recuperarlo.',
    notAnswered: 'Nadie ha respondido nada todavía.',
    comments: 'Desaparecen comentarios, temas y sus respuestas; los códigos de comentarios ya no abren nada.',
    cards: 'Las tarjetas publicadas quedan donde están, y al pulsarlas dicen que no llevan a ninguna parte.',
    stays:
      'Esto queda: que hubo una carta con este nombre, cuándo se eliminó y el último sello de su libro de registro.',
    export: 'Expórtala antes, por si alguien quiere leerla más adelante.',
    button: 'Eliminar {charter} para siempre',
    typed: 'Con palabras: «{deleteCharter} {charter} sí».',
  },
  notice: {
    'second-asked':
      'Espera una segunda confirmación: {action}. Otra persona que facilite lo confirma con «{approvals}»; todos pueden leer que espera. Entonces ocurre lo que se pidió.',
    'second-waiting':
      'Alguien ya pidió exactamente esto y espera una segunda confirmación: {action}. Confírmalo con «{approvals}».',
    facilitating: 'Te damos la bienvenida. Desde ahora facilitas; «{help}» muestra lo que puedes hacer.',
    'facilitating-already': 'Ya facilitas, así que el código puede ser para otra persona.',
    'invitation-in-public':
      'Un código que otros pueden leer no vale nada. Escríbelo en tu propio chat conmigo, y pide otro si estuvo aquí.',
    'approved-text-changed':
      'El texto cambió desde que se pidió publicarlo, así que no se publicó. Revísalo de nuevo y vuelve a pedirlo.',
    deleted: '{charter} se ha eliminado. El último sello de su libro de registro era {head}.',
  },
  page: {
    heading: 'El libro de registro',
    text: 'Todo lo que ocurrió en este proceso va unido en una cadena, así que nada puede cambiarse, quitarse ni moverse sin que se note. No contiene valoraciones, comentarios ni personas.',
    head: 'Su último sello es ahora {head}. Quien lo anote podrá probar más adelante lo que constaba aquí hoy.',
    file: 'El libro como archivo',
    check: 'Cualquiera puede comprobarlo: npx touchstone verify ARCHIVO --head {head}',
    waiting: 'Lo que espera una segunda confirmación',
    second: 'Una segunda persona que facilite confirma: {actions}.',
  },
  terms: {
    title: 'Han cambiado los términos de {charter}',
    summary: 'Han cambiado los términos con los que valoramos y decidimos en {charter}.',
    lead: 'Quedaron fijados al abrirse la valoración, por eso decimos a todos que cambiaron:',
    dateFrom:
      '{of, select, consent {La ronda de consentimiento} other {La valoración}} del borrador {number} termina el {to}, no el {from}',
    dateGone:
      '{of, select, consent {La ronda de consentimiento} other {La valoración}} del borrador {number} ya no tiene fecha de fin; era el {from}',
    dateAgain:
      '{of, select, consent {La ronda de consentimiento} other {La valoración}} del borrador {number} termina el {to}; antes no tenía fecha',
    unsaid: 'La página del proceso dice cuáles.',
    standing: 'Términos fijados',
    holds: '{digest}, como al abrirse la valoración',
    changed: '{digest}, cambiados desde que se abrió la valoración; cada cambio se anunció',
  },
} as const;

import type { Catalogue } from '../en.js';

export const process: Catalogue['process'] = {
  title: 'Cómo funciona este proceso',
  summary: 'Cómo funciona el proceso de {charter}.',
  intro: 'En qué podemos confiar, y cada cambio que ha tenido.',
  lasting: 'Ya hay respuestas, así que ninguna de estas reglas se puede debilitar.',
  changeable: 'Todavía no hay respuestas, así que estas reglas aún pueden cambiar.',
  over: 'Este proceso ha terminado y está sellado: ya nada une una respuesta a una persona.',
  facts: {
    opened: 'Abierto desde',
    closes: 'Se cierra',
    sealed: 'Sellado',
    identitiesGo: 'Las identidades se borran',
    identitiesWent: 'Las identidades se borraron',
    facilitators: 'Facilitan',
    hidden: 'Comentarios ocultos',
  },
  facilitators: {
    named: '{names}',
    more: '{names}, y {count, number} más que aún no han escrito aquí',
    unnamed:
      '{count, plural, =0 {no consta nadie} one {una persona, que aún no ha escrito aquí} other {# personas, que aún no han escrito aquí}}',
  },
  noneHidden: 'ninguno',
  hiddenCounts: '{count, number} ({reasons})',
  hiddenReason: '{reason}: {count, number}',
  otherReason: 'otro motivo',
  ruleNames: {
    least: 'Se muestran cifras de',
    results: 'Los resultados aparecen',
    review: 'Los comentarios se moderan',
    page: 'Las páginas se abren',
    identityDays: 'Tras el sellado, las identidades quedan',
    communitySize: 'Nuestra comunidad cuenta',
    groups: 'Resultados por grupo',
    adoption: 'Un borrador se adopta',
    second: 'Otra persona que facilita confirma',
  },
  ruleValues: {
    least: 'al menos {count, number} respuestas',
    results: {
      'at-closing': 'cuando se cierra un borrador',
      interim: 'por pasos mientras un borrador está abierto, y cuando se cierra',
    },
    review: {
      before: 'antes de que los vean las demás personas',
      after: 'después de que los vean las demás personas',
    },
    page: { community: 'a quien tenga el enlace de una tarjeta', public: 'a cualquiera' },
    identityDays: '{count, plural, one {un día} other {# días}}',
    communitySize: '{count, plural, one {una persona} other {# personas}}',
    unsaid: 'sin decir',
    groups: '{groups}',
    adoption:
      'si responden {quorum, number} o más y objetan como mucho {mostObjecting, number} de cada cien; {consentDays, plural, one {# día} other {# días}} para responder',
    second: '{actions}',
    seconds: { publish: 'publicar', seal: 'sellar', adopt: 'adoptar', delete: 'borrar' },
    noSecond: 'nada',
    noGroups: 'ninguno',
  },
  change: '{rule}: {to} (antes: {from})',
  wouldChange: '{rule}: {to} (se queda: {from})',
  history: 'Qué ha pasado',
  nothingHappened: 'Todavía no ha pasado nada.',
  record: '**{at}**: {what}',
  records: {
    changed: 'Cambiaron las reglas. {changes}.',
    refused: 'Se rechazó un intento de debilitar las reglas. {changes}.',
    confidentialityKept: 'Se rechazó un intento de desactivar la confidencialidad.',
    draft:
      'El borrador {number} {became, select, open {se abrió} closed {se cerró} replaced {se reemplazó por uno posterior} withdrawn {se retiró} adopted {se adoptó} other {se abrió de nuevo}}.',
    commentHidden: 'Se ocultó un comentario: {reason}.',
    commentShownAgain: 'Un comentario oculto se muestra de nuevo.',
    sealed: 'Se selló el proceso: la clave está destruida, y las respuestas son anónimas.',
    identitiesErased: 'Se borró lo que aún llevaba a personas.',
  },
  address: 'Como página',
  privacy: {
    title: 'Quién ve qué',
    summary: 'Quién ve qué de las respuestas en {charter}.',
    lead: 'Tus respuestas son confidenciales hasta que termine este proceso, y anónimas desde entonces.',
    leadSealed:
      'Este proceso ha terminado y está sellado. Nada de lo que guarda el bot une ya una respuesta a una persona.',
    others: {
      heading: 'Demás integrantes, facilitación, moderación',
      text: 'Nadie de ellos ve lo que respondiste. Tampoco un programa que lea nuestros resultados. A toda la comunidad nos llegan las mismas cifras en el mismo momento: sumas de al menos {least, number} respuestas, {when, select, interim {por pasos mientras un borrador está abierto, y cuando se cierra} other {cuando se cierra un borrador}}.',
    },
    small: {
      heading: 'Números pequeños',
      text: 'Un valor con menos de {least, number} respuestas no tiene cifras. Un grupo demasiado pequeño, o con respuestas demasiado parecidas, no se muestra: sus respuestas cuentan solo en el total. Las cifras que podrían restarse de otras anteriores para dar con alguien se retienen.',
    },
    operator: {
      heading: 'Quien opera el bot',
      text: 'Las respuestas están en una base de datos con un seudónimo, hecho a partir de tu cuenta con una clave secreta que se guarda aparte. Quien tuviera la base de datos y esa clave podría unir respuestas y cuentas hasta que se selle el proceso. Ningún programa puede excluirlo, y por eso lo decimos.',
    },
    sealing: {
      heading: 'El sellado',
      text: 'Al final se destruye la clave, y las respuestas se barajan y pierden sus horas. Desde entonces nadie puede unir a ti lo que hay en la base de datos, tampoco quien opera el bot.',
    },
    sealed: {
      heading: 'Quien opera el bot',
      text: 'La clave está destruida. Las respuestas se barajaron y perdieron sus horas. Quien tenga la base de datos ya no puede unirlas a ti.',
    },
    backups: {
      heading: 'Copias de seguridad',
      text: 'Una copia hecha antes del sellado aún contiene lo que había entonces. Sus respuestas se pueden unir a personas hasta que se borre; quien opera el bot puede decir cuándo será.',
    },
    comments: {
      heading: 'Comentarios',
      text: 'Un comentario no lleva nombre si no lo firmas, y nadie que lo lea o lo modere sabe quién lo escribió. {review, select, before {Se modera antes de que lo vean las demás personas.} other {Se ve enseguida; la moderación puede ocultarlo.}} Los comentarios nunca se muestran por grupo. Tus propias palabras pueden decir quién eres. Su código dice a quien lo tenga qué fue de él.',
    },
    kept: {
      heading: 'Cuánto tiempo se guarda',
      text: 'Tras el sellado, las respuestas quedan, sin persona. Lo que aún lleva a personas, como a quién escribimos, se borra por sí solo {days, plural, one {un día} other {# días}} después del sellado. Quitar el bot de tu chat borra su dirección. «{myData}» muestra lo que se guarda de ti y «{forgetMe}» lo borra; las cifras ya mostradas se quedan como están.',
    },
    rules: {
      heading: 'Lo que no se puede debilitar',
      text: 'Desde la primera respuesta, los umbrales solo suben y la confidencialidad no se puede desactivar. Un intento se rechaza, y queda registrado para que cualquiera lo lea.',
    },
  },
  form: {
    title: 'Reglas de {charter}',
    summary: 'Las reglas del proceso de {charter}.',
    changeable:
      'Todavía no hay respuestas, así que cada regla puede cambiar aún. Toda la comunidad puede leer cada cambio.',
    lasting:
      'Quienes respondieron conocían estas reglas, así que solo se refuerzan: el umbral sube, los resultados pasan al cierre, los comentarios se moderan antes de verse, las páginas se abren a la comunidad, las identidades se borran antes, los grupos se quedan. Lo demás se rechaza, y el intento queda registrado para que cualquiera lo lea. Cuántas personas cuenta la comunidad sí puede cambiar.',
    least: 'Menor número de respuestas del que se muestran cifras',
    results: 'Cuándo aparecen los resultados',
    review: 'Cuándo se moderan los comentarios',
    page: 'A quién se abren las páginas',
    identityDays: 'Días tras el sellado hasta que se borran las identidades',
    communitySize: 'Cuántas personas cuenta la comunidad',
    groups: 'Grupos que se pueden nombrar, separados por comas',
    second: 'Lo que confirma una segunda persona que facilite',
    quorum: 'Para adoptar un borrador, han de responder al menos',
    mostObjecting: 'De cada cien que respondan, pueden objetar como mucho',
    consentDays: 'Días para responder a una propuesta de adopción',
    missing: 'Escribe aquí un número.',
    save: 'Cambiar las reglas',
    just: {
      changed: 'Cambiado. {changes}. Cualquiera puede leerlo.',
      refused:
        'Rechazado, porque quienes respondieron conocían otra regla. {changes}. El intento queda registrado para que cualquiera lo lea.',
      unchanged: 'Eso es lo que ya dicen las reglas, así que no ha cambiado nada.',
      tooFewFacilitators:
        'Para una segunda confirmación hacen falta dos personas que faciliten y solo hay una, así que no se cambió nada. Invita antes a alguien.',
      confidentialityKept:
        'La confidencialidad no se puede desactivar, ni antes de la primera respuesta ni después. Que alguien lo pidió queda registrado para que cualquiera lo lea.',
      unreadable: 'No puedo entender «{what}» como una regla, así que no ha cambiado nada.',
    },
    typed:
      'Con palabras: «{rules} mínimo 8», «{rules} resultados cierre», «{rules} grupos laboratorio, oficina», «{rules} segunda publicar, adoptar», «{rules} quórum 12», «{rules} objeciones 20», «{rules} consentimiento 7 días».',
  },
  more: {
    announced: 'Se anunció el proceso.',
    'comment-approved': 'Alguien que modera leyó un comentario y lo mostró.',
    'comment-merged': 'Un comentario se unió con otro que dice lo mismo.',
    date: '{of, select, consent {La ronda de consentimiento} other {La valoración}} del borrador {number} {closes, select, none {ya no tiene fecha de cierre} other {termina el {closes}}}.',
    'spelling-disputed':
      'Alguien dijo de un cambio del borrador {number}, declarado como ortografía, que es más: a quienes habían valorado se les pregunta de nuevo.',
    corrected:
      '{number, select, null {Se corrigió un desliz} other {Se corrigió un desliz del borrador {number}}}.',
    'theme-answered':
      'Se respondió al tema {theme}: {status, select, done {hecho} partly {en parte} other {{status, select, no {no} other {ahora no}}}}.',
    'consent-opened': 'El borrador {number} se propuso para adoptarse.',
    'consent-closed': 'Terminó la ronda de consentimiento sobre el borrador {number}.',
    adopted: 'El borrador {number} se adoptó con fecha {adoptedOn}.',
    second:
      '{became, select, asked {Se pidió que otra persona que facilita confirme} confirmed {Otra persona que facilita confirmó} other {Otra persona que facilita no confirmó}}: {action, select, publish {publicar} seal {sellar} adopt {adoptar} delete {borrar} other {un cambio de reglas}}.',
    facilitators:
      '{became, select, added {Se sumó una persona a facilitar} other {Una persona dejó de facilitar}}; ahora son {count}.',
  },
};

import type { Catalogue } from '../en.js';

export const results: Catalogue['results'] = {
  title: 'Resultados',
  titleInterim: 'Resultados hasta ahora',
  notYet:
    'Este borrador sigue abierto. Los resultados aparecen para toda la comunidad en el mismo momento, cuando se cierre.',
  notYetInterim:
    'Todavía no hay resultados. Aparecen cuando haya suficientes respuestas, iguales para toda la comunidad, y siguen por pasos hasta que se cierre este borrador.',
  withdrawn: 'Este borrador se retiró, así que no tiene resultados.',
  intro:
    'Con qué fuerza resuena cada valor, según las respuestas recibidas hasta que se cerró el borrador. Primero va lo que resuena con más seguridad; los números son los del borrador.',
  introInterim:
    'Con qué fuerza resuena cada valor hasta ahora. Las respuestas posteriores siguen por pasos, varias a la vez, para que no se vea la de nadie.',
  earlier:
    'Como ya se mostró: hasta {most, number} respuestas posteriores no se muestran aparte, para que no se pueda adivinar la de nadie.',
  value: '{position}. {title}',
  hidden:
    'Menos de {least, number} personas situaron este valor en la escala, así que no se muestran cifras: nadie debe poder adivinar la respuesta de otra persona.',
  share:
    '**{count, number} de {n, plural, one {# respuesta} other {# respuestas}} ({share, number, ::percent})** dicen que resuena bastante o mucho.',
  range:
    'Contando con el azar, esa proporción está entre {low, number, ::percent} y {high, number, ::percent}.',
  everybody: 'Hemos respondido todos, así que nada de esa proporción queda al azar.',
  tooFew:
    'Con menos de {least, number} respuestas no damos márgenes ni decimos si un valor es compartido, desigual o dividido.',
  badges: {
    shared: '**Compartido**: resuena con la mayoría, y lo sentimos de forma parecida.',
    mixed: '**Desigual**: las respuestas no apuntan con claridad suficiente para llamarlo compartido.',
    split: '**Dividido**: resuena con mucha gente, y con mucha otra no.',
  },
  aside: 'Además: {unclear, number} *no lo tengo claro*, {noOpinion, number} *sin opinión*.',
  carried: 'Vienen de un borrador anterior con las mismas palabras: {answers} de estas respuestas.',
  compared: {
    moved:
      'De las {all, number} personas que lo valoraron en el borrador {before} y de nuevo aquí: **{up, number} suben**, {same, number} siguen igual, **{down, number} bajan**.',
    apart: 'Solo lo valoraron aquí: {newcomers}. Solo lo valoraron en el borrador {before}: {leavers}.',
    stands:
      'Un reparto tan desigual difícilmente es casualidad (prueba de los signos, p = {p, number, ::.0000}).',
    chance:
      'Un reparto tan desigual bien puede ser casualidad (prueba de los signos, p = {p, number, ::.0000}).',
    ranks:
      'Rangos con signo: z = {z, number, ::.00}, p = {p, number, ::.0000}; efecto {effect, number, ::.00}, donde 1 es que todo sube y −1 que todo baja.',
    how: 'Los borradores se comparan persona a persona, y solo si se movieron al menos {least, number}. La prueba de los signos pregunta si un reparto tan desigual de quienes se movieron sale por azar; con varios valores se miran todos juntos (Holm, 5 %).',
  },
  count: '{count, number} ({share, number, ::percent})',
  chart: 'Respuestas al valor {position}',
  middle: 'Respuesta central: *{answer}*; con más detalle, {median, number, ::.0} en la escala de 1 a 5.',
  middleBetween:
    'Respuesta central: entre *{lower}* y *{upper}*; con más detalle, {median, number, ::.0} en la escala de 1 a 5.',
  mean: 'Media: {mean, number, ::.00}.',
  meanRange:
    'Media: {mean, number, ::.00}; contando con el azar, entre {low, number, ::.00} y {high, number, ::.00}.',
  agreement: 'Acuerdo: {agreement, number, ::.00}.',
  how: {
    show: 'Cómo lo leemos',
    badge:
      '**Compartido**: acuerdo de 0,5 o más, y el margen de la proporción empieza en el 50 % o más arriba. **Dividido**: acuerdo por debajo de 0, o al menos una cuarta parte de las respuestas en los dos grados más bajos y otra cuarta parte en los dos más altos. **Desigual**: todo lo demás. Ninguna de estas palabras con menos de {least, number} respuestas.',
    share:
      'La proporción es la de los dos grados más altos entre todas las respuestas de la escala; *no lo tengo claro* y *sin opinión* se cuentan aparte. Su margen es el intervalo de Wilson del 95 %, más estrecho donde se sabe cuántas personas somos y muchas respondimos. Los valores van en el orden en que empieza ese margen.',
    agreement:
      'El acuerdo es el índice A de van der Eijk: 1 si todas las respuestas son iguales, 0 si se reparten por igual, −1 si son dos mitades opuestas. La respuesta central tiene tantas respuestas por debajo como por encima; la media dice poco sin las cifras.',
    doubt: 'Quienes no respondieron son una duda mayor que el azar. No se rellena ni se pondera nada.',
  },
  groups: {
    heading: 'Por grupo',
    line: '- **{group}**: {count, number} de {n, number} ({share, number, ::percent})',
    lineRange:
      '- **{group}**: {count, number} de {n, number} ({share, number, ::percent}; entre {low, number, ::percent} y {high, number, ::percent})',
    hidden:
      'No se muestran, porque son demasiado pequeños o parecidos para mostrarlos con seguridad: {groups}.',
  },
  prompts: {
    split: 'Aquí las respuestas están lejos unas de otras, y merece la pena escuchar a ambas partes.',
    splitButton: '¿Qué lo haría tuyo?',
    unclear: 'Para algunas personas las palabras no están claras.',
    unclearButton: '¿Qué palabras no están claras?',
  },
  took: {
    heading: 'Quién participó',
    ofCharter:
      'De las {asked} personas que cuenta nuestra comunidad, {started} respondieron al menos a un valor y {finished} respondieron a todos.',
    ofAsked:
      'De {asked} personas a las que consta que se preguntó, {started} respondieron al menos a un valor y {finished} respondieron a todos.',
    declined: 'Quienes dijeron que preferían no responder: {declined}.',
    posted:
      'Se publicó en {places, plural, one {# canal o chat de grupo} other {# canales y chats de grupo}}, donde nadie cuenta quién lo vio.',
    worst:
      'Según lo que piensen quienes no respondieron, el valor {position} podría resonar con entre el {low, number, ::percent} y el {high, number, ::percent} de todas las personas a las que se preguntó.',
    exactly: '{count, number}',
    atLeast: 'al menos {count, number}',
    fewerThan: 'menos de {count, number}',
  },
  address: 'Como página',
  openNow: 'El borrador {number} está abierto para valorarlo.',
  rateNow: 'Valorar el borrador {number}',
  summary: 'Resultados del borrador {number}, {title}.',
  summaryInterim: 'Resultados hasta ahora del borrador {number}, {title}.',
  summaryValue: '{position}, {title}: {text}',
  groupCard: {
    title: 'Mi grupo',
    ask: 'Puedes decir a qué grupo perteneces, o no decirlo.',
    use: 'Los resultados se muestran entonces también por grupo, y solo de grupos con al menos {least, number} respuestas. En un grupo más pequeño, tus respuestas cuentan solo en el total.',
    kept: 'Se guarda como tus respuestas: de forma confidencial hasta que termine este proceso, anónima desde entonces.',
    chosen: 'Dijiste: {group}.',
    notChosen: 'No has dicho a qué grupo perteneces.',
    just: {
      chosen: 'Guardado: {group}.',
      takenBack: 'Retirado. Tus respuestas cuentan solo en el total.',
      unknown: 'Ese no es ninguno de los grupos de aquí, así que no se ha guardado nada.',
    },
    label: 'Grupo',
    missing: 'Elige primero un grupo.',
    save: 'Guardar',
    takeBack: 'Retirarlo',
    shared: 'Esta tarjeta la ve todo el mundo, así que no contiene el grupo de nadie.',
    typed: 'Con palabras: «{group} {example}», o «{group} ninguno».',
  },
};

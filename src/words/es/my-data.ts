import type { Catalogue } from '../en.js';

export const myData: Catalogue['myData'] = {
  title: 'Lo que guardamos de ti',
  summary:
    'Lo que guardamos de ti, solo para ti: {answers, plural, =0 {ninguna respuesta} one {una respuesta} other {# respuestas}}, {comments, plural, =0 {ningún comentario} one {un comentario} other {# comentarios}}, y dónde te encontramos.',
  intro:
    'Solo para ti. Las respuestas y los comentarios están bajo un seudónimo, aparte de tu identificador; aquí van juntos porque lo pides tú.',
  shared: 'Lo que guardamos de ti está en tu chat personal con nosotros, y en ningún otro lugar.',
  fileHint:
    'Todo ello se puede tener como archivo. El enlace vale {minutes, number} minutos y se abre para quien lo tenga.',
  file: 'Guardar como archivo',
  forget: 'Olvídame',
  typed: 'Con palabras: «{forgetMe}» nos pide que te olvidemos.',
  you: {
    heading: 'Tú',
    id: 'Tu identificador, como lo dice Teams: {id}',
    role: '{role, select, facilitator {Eres facilitador o facilitadora.} other {Moderas los comentarios.}}',
    named: 'Tu nombre, porque los miembros pueden saber quién lo es: {name}',
  },
  chats: {
    heading: 'Tu chat con nosotros',
    noted: 'Lo conocemos desde que cambió por última vez su dirección, el {day}. Idioma: {locale}.',
    zone: 'Tu zona horaria, como la dice Teams: {zone}',
    hears: 'Aquí llegan noticias de: {charters}',
    hearsAll: 'Aquí llegan noticias de todos los conjuntos de valores.',
    hearsNothing: 'Por sí solo no llega nada aquí.',
    quiet: 'Horas de silencio: {hours}',
    quietOff: 'Elegiste no tener horas de silencio.',
    paused: 'En pausa hasta {moment}',
    told: '{count, plural, one {Un anuncio era} other {# anuncios eran}} para este chat.',
  },
  contacts: {
    heading: 'Cuántas veces escribimos por iniciativa nuestra',
    draft: '{charter}, borrador {number}: {count, plural, one {una vez} other {# veces}}',
    charter: '{charter}: {count, plural, one {una vez} other {# veces}}',
  },
  work: {
    heading: 'Lo que preparas para todos',
    copy: '{charter}: una versión del texto que preparan juntas las personas que facilitan, guardada el {day}',
    asked: '{charter}: algo que pediste el {day} y que espera a una segunda persona que facilita',
    correction: '{charter}: una corrección, propuesta el {day}',
    appointment: '{charter}: algo planeado para el {day}',
  },
  inCharter: {
    heading: 'En {charter}',
    group: 'A qué grupo perteneces: {group}',
    answer: 'Borrador {number}, {title}: {answer}',
    carried: 'Borrador {number}, {title}: {answer}, traída del borrador {from}',
    withdrawn: 'retirada; solo se sabe aún que la hubo',
    consent: 'Adoptar el borrador {number}: {answer}',
    consents: { support: 'lo apoyas', 'live-with': 'puedes vivir con ello', object: 'te opones' },
    dispute: 'Borrador {number}, {title}: dijiste que el cambio es más que ortografía',
    declined: 'Borrador {number}: prefieres no responder',
    comment: 'Comentario del {day} ({sort}): {text}',
    signed: 'Comentario del {day}, firmado {name} ({sort}): {text}',
    votes:
      '{count, plural, one {Un comentario ajeno sobre el que} other {# comentarios ajenos sobre los que}} dijiste qué te parece',
  },
  sealed: {
    heading: 'Lo que ya no se puede encontrar',
    charter:
      '{charter} está sellado. La clave que llevaba de ti a tus respuestas y comentarios está destruida: ya nadie puede encontrarlos, tampoco para ti.',
  },
  nothing: 'No guardamos respuestas ni comentarios tuyos.',
  over: {
    title: 'Este enlace ya no vale',
    text: 'Un enlace a tus propios datos vale {minutes, number} minutos. Escribe *{myData}* en tu chat con el bot para recibir otro.',
  },
  forgetting: {
    title: '¿Te olvidamos?',
    summary: 'Pregunta antes de olvidarte: qué desaparece y qué queda.',
    goes: 'Esto desaparece, enseguida y para siempre:',
    answers: 'Tus respuestas, comentarios, votos y recibos en {charters}.',
    noAnswers: 'Respuestas y comentarios donde el proceso no está sellado. Ahora no hay ninguno tuyo.',
    address: 'La dirección de este chat, lo que pediste para él y cuántas veces te escribimos.',
    requests: 'Lo que pediste y una segunda persona que facilita aún no confirmó.',
    stays: 'Esto queda:',
    figures: 'Las cifras que ya se nos dijeron a todos quedan como se dijeron; las próximas vienen sin ti.',
    work: 'Lo que preparaste, planeaste o corregiste para todos queda, sin tu identificador ni tu nombre.',
    merged: 'Las palabras tuyas que hablan también por otras personas quedan para ellas.',
    sealed:
      'Las respuestas en {charters} quedan: ese proceso está sellado, y nadie puede encontrar cuáles eran tuyas.',
    roles:
      '{role, select, facilitator {Sigues facilitando, con el nombre que los miembros conocen: otra persona que facilita puede cambiarlo.} other {Sigues moderando, con el nombre que los miembros conocen: quien facilita puede cambiarlo.}}',
    copiesOfDatabase:
      'Las copias de la base de datos que quienes operan el sistema hicieron antes conservan lo que tenían hasta que se borren.',
    button: 'Olvídame para siempre',
    typed: 'Con palabras: «{forgetMe} sí» lo hace.',
    done: 'Te hemos olvidado',
    doneSummary: 'Te hemos olvidado. Cuando vuelvas a escribir, nos conoceremos por primera vez.',
    doneText:
      'Lo que llevaba a ti está borrado. Cuando vuelvas a escribir aquí, nos conoceremos por primera vez.',
  },
};

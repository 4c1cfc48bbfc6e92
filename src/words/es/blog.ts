/** Markdown for a community's own pages. */
export const blog = {
  title: 'Para nuestro blog',
  intro: 'Cada texto es Markdown, listo para copiar. Nada de lo que se escriba en los campos se guarda.',
  summary: 'Lo que puede ir a nuestro blog de {charter}: {parts}.',
  none: 'Todavía no hay nada de {charter} para un blog: empieza con un borrador publicado.',
  noneOf: 'Todavía no hay nada de {part}. Sigue lo que hay.',
  parts: {
    banner: 'Aviso: nuestro borrador se puede leer',
    changes: 'Nota: lo que cambiaron los comentarios',
    adopted: 'Nota: adoptado',
    page: 'Sección con los valores adoptados',
    post: 'El borrador entero como artículo',
  },
  spellings: {
    banner: 'aviso',
    changes: 'cambios',
    adopted: 'adopción',
    page: 'sección',
    post: 'artículo',
  },
  alone: 'Cada uno aparte, porque juntos no caben en una tarjeta: {parts}.',
  elsewhere:
    'Ninguna tarjeta puede llevar esto tal como es: {parts}. «npx touchstone blog {part} --charter {charter}» lo escribe, y la API HTTP lo tiene.',
  typed: 'Con palabras: «{blog} {part}» muestra uno de ellos.',
  note: {
    banner: 'Nuestro borrador de {title} ya se puede leer [aquí]({address}).',
    feedback: 'A partir de los comentarios de la comunidad:',
    titleChanged: 'Hemos cambiado el valor «{before}» por «{after}».',
    answered:
      '{title} ({comments, plural, =0 {{outside, plural, one {# aportación} other {# aportaciones}} por otras vías} one {# comentario} other {# comentarios}}): {status, select, done {hecho.} partly {hecho en parte.} no {no.} other {ahora no.}} {reason}',
    heard:
      'Detrás de esto: {comments, plural, =0 {} one {# comentario} other {# comentarios}}{outside, plural, =0 {} one {{comments, plural, =0 {} other { y }}# aportación por otras vías} other {{comments, plural, =0 {} other { y }}# aportaciones por otras vías}}.',
    adopted:
      'Desde el {day} estos valores están formalmente adoptados y publicados en la [página de nuestro resultado]({address}).',
    recorded: 'Esto quedó registrado el {day}.',
  },
};

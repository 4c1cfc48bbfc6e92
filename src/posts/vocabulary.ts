/**
 * The words by which headings and sentences of a post are known, one row a language.
 * A heading must match as a whole, so that a value may be called "Welcome feedback"; a sentence, anywhere.
 */
const headings = {
  values: {
    en: [
      '(?:[\\p{L}’]+ ){0,4}(?:values|beliefs|commitments)(?: (?:and|&) (?:principles|beliefs|commitments|behaviou?rs))?(?: (?:of|for|in|at|as) .+)?',
      '(?:values?|mission) statement|statement of values',
      'what (?:we|our community) (?:values?|believes?(?: in)?|stands? for|cares? about)',
      '(?:.+ )?we(?: (?:believe(?: in| that)?|value|commit to|stand for|strive to|aim to|will))?',
    ],
    es: [
      '(?:nuestros |los |estos )?valores(?: .+)?',
      '(?:.+ )?creemos(?: en)?',
      'lo que valoramos',
      '(?:.+ )?nosotr[oa]s',
    ],
    de: [
      '(?:unsere |die |gemeinsame )*(?:grund)?werte(?: .+)?',
      'woran wir glauben',
      'wir glauben an',
      'was uns wichtig ist',
    ],
    fr: [
      '(?:nos|les) valeurs(?: .+)?',
      'valeurs',
      '(?:.+ )?nous croyons(?: en| à)?',
      'ce que nous valorisons',
    ],
  },
  principles: {
    en: ['(?:[\\p{L}’]+ ){0,3}principles(?: (?:of|for|in|at) .+)?'],
    es: ['(?:nuestros |los )?principios(?: .+)?'],
    de: ['(?:unsere |die )?(?:grundsätze|prinzipien)(?: .+)?'],
    fr: ['(?:nos |les )?principes(?: .+)?'],
  },
  considerations: {
    en: [
      '(?:.+ )?considerations(?: .+)?',
      '(?:.+ )?(?:keep|kept|bear|hold) (?:[\\p{L}]+ )?in mind',
      '(?:[\\p{L}]+ )?principles (?:for|behind|of|in) (?:writing|wording|drafting|these values|this draft|the (?:draft|wording|writing|process|values)).*',
      'what guide[sd] (?:us|the writing|our writing|the draft|this draft)',
    ],
    es: [
      '(?:.+ )?consideraciones(?: .+)?',
      '(?:.+ )?en cuenta(?: .+)?',
      'principios (?:para|de) (?:escribir|redactar|la redacción).*',
    ],
    de: [
      '(?:.+ )?(?:überlegungen|erwägungen)(?: .+)?',
      '(?:.+ )?(?:im blick|im hinterkopf|zu beachten)(?: .+)?',
      'grundsätze (?:für das|fürs|beim) schreiben',
    ],
    fr: [
      '(?:.+ )?considérations(?: .+)?',
      '(?:.+ )?garder à l’esprit',
      'principes (?:de rédaction|d’écriture)',
    ],
  },
  closing: {
    en: [
      '(?:please )?(?:share|send|give|tell|leave) (?:us )?(?:your|some) (?:thoughts?|feedback|ideas?|views?|opinions?|comments?|input)(?: .+)?',
      '(?:share|send|give|leave|tell) us (?:feedback|comments|what .+)|leave (?:feedback|comments?)|what do you think',
      'feedback(?: (?:welcome|wanted|form|mechanisms?|process|(?:and|on|from) .+))?|(?:your|community|our) feedback',
      'how (?:to|you can|can you) .+',
      'contact(?:s| us| me| information| details)?|(?:get|getting|stay|keep) in touch|(?:get|getting) involved|join us|reach us',
      'about (?:us|this (?:document|page|draft|post|project|text)|the (?:authors?|document|project|draft)|these values)',
      '(?:.+ )?next steps?|(?:what[’s]* |what (?:is|comes|happens) )next',
      'adoption(?: .+)?|status|(?:revision|version) history|change ?log|changes|revisions|versions?',
      '(?:table of )?contents|on this page|toc',
      'faqs?|frequently asked questions|(?:any )?questions(?: (?:and|&|or) (?:answers|comments))?|q ?(?:&|and) ?a',
      'references?|sources|links|resources|further reading|see also|(?:read|learn) more|footnotes|notes?|related .+|credits?|acknowledge?ments?|thanks|thank you|licen[cs]e|copyright|authors?|contributors|comments?|discussion|conclusion|appendix.*',
    ],
    es: [
      '(?:comparte|compártenos|danos|envíanos|cuéntanos|déjanos|comparta) (?:tus?|sus?|vuestras?) .+|(?:tu|su|vuestra) opinión|qué (?:opinas|piensas|te parece)',
      '(?:comentarios|sugerencias|retroalimentación|opiniones)(?: .+)?|contacto|contáctanos|participa|cómo .+',
      '(?:los )?próximos pasos|adopción(?: .+)?|acerca de .+|sobre (?:este|esta|nosotr[oa]s).*|preguntas(?: frecuentes)?|índice|contenidos?|agradecimientos|referencias|enlaces|licencia|historial.*',
    ],
    de: [
      '(?:ihre|eure|deine|teilt|teile|sagt|sag|schreibt) (?:uns )?.*(?:meinung|gedanken|rückmeldung|feedback)(?: .+)?|rückmeldung(?:en)?(?: .+)?|was (?:denkt|meint) ihr',
      'kontakt|nächste schritte|wie es weitergeht|annahme|über (?:dieses|diese|uns).*|(?:häufige )?fragen(?: und antworten)?|inhalt(?:sverzeichnis)?|dank|danksagung|quellen|links|lizenz|mitmachen',
    ],
    fr: [
      '(?:partagez|donnez|envoyez)(?:-nous)? (?:vos|votre) .+|(?:vos|votre) (?:avis|commentaires|retours)|commentaires|retours',
      'contact(?:ez-nous)?|prochaines étapes|adoption|à propos(?: .+)?|questions(?: fréquentes)?|sommaire|table des matières|remerciements|références|licence',
    ],
  },
  background: {
    en: [
      'why .+|how (?:we (?:got here|wrote|made|created|developed|came up with|use[d]?|are)|these|this|the|our|it) ?.*',
      '(?:the |our |a )?(?:history|story|mission|vision|purpose|goals?|aims?|background|context|introduction|overview|summary|motivation|rationale|preamble|scope|process|timeline|schedule|team)(?: (?:statement|(?:and|of|for|so far) ?.*))?',
      '(?:how|what) we (?:go|went|plan|intend|want|ask|need|have|started|decided)(?: .+)?|(?:our |the )?plan|your (?:role|part)',
      'who (?:we are|is .+|leads .+)|what we do|about|welcome|news|updates?|announcement|definitions|glossary|(?:code of conduct|reporting|enforcement|governance)',
    ],
    es: [
      '(?:por|para) qué .+|quiénes somos|qué hacemos|introducción|resumen|bienvenida',
      '(?:la |el |nuestra |nuestro |un poco de )?(?:historia|misión|visión|propósito|contexto|antecedentes|motivación|proceso|calendario|equipo)(?: .+)?',
    ],
    de: [
      'warum .+|wie (?:wir|diese|es) .+|wer wir sind|einleitung|einführung|hintergrund|unsere (?:geschichte|mission|vision)|geschichte|mission|vision|ablauf|zeitplan',
    ],
    fr: [
      'pourquoi .+|qui sommes-nous|introduction|contexte|(?:notre |l’)?(?:histoire|mission|vision|équipe)|calendrier|processus',
    ],
  },
  nobody: {
    en: [
      '(?:your|the author’s|author) name|(?:template|sample|first|some) author|author|first ?name last ?name|name|anonymous author',
    ],
    es: ['(?:tu|su) nombre|nombre(?: y)? apellidos?|autor(?:a)?'],
    de: ['(?:dein|ihr) name|vorname nachname|autor(?:in)?'],
    fr: ['votre nom|prénom nom|auteur'],
  },
} as const;

const sentences = {
  considerations: {
    en: ['considerations?', '(?:keep|kept|keeping|bear|bearing|hold) (?:\\p{L}+ ){0,3}in mind'],
    es: ['consideraciones', '(?:tener|tenemos|teniendo|tuvimos) (?:\\p{L}+ )?(?:en cuenta|presentes?)'],
    de: ['überlegungen', 'erwägungen', 'im blick behalten', 'im hinterkopf', 'zu beachten'],
    fr: ['considérations', 'garder à l’esprit', 'tenir compte'],
  },
  principles: {
    en: ['principles'],
    es: ['principios'],
    de: ['grundsätze[n]?', 'prinzipien'],
    fr: ['principes'],
  },
  values: {
    en: ['values', 'we (?:believe|value|stand for|commit)'],
    es: ['valores', 'creemos', 'valoramos'],
    de: ['werten?', 'wir glauben'],
    fr: ['valeurs', 'nous croyons'],
  },
  mission: {
    en: ['mission', 'purpose'],
    es: ['misión', 'propósito'],
    de: ['mission', 'auftrag', 'leitbild'],
    fr: ['mission', 'raison d’être'],
  },
  notes: {
    en: [
      '(?:formally|were|was|been) adopted',
      'adopted (?:on|in|as of|by)',
      'based on (?:the |your |our )?(?:community )?feedback',
      'last (?:updated|modified|revised|reviewed)',
      'we(?:’d| would)? (?:welcome|love|appreciate) (?:any |your |all )*(?:comments?|feedback|questions|thoughts)',
      '(?:let us know|tell us) what you think',
      '(?:send|share|give) us (?:your )?(?:feedback|comments|thoughts)',
      'feedback (?:mechanisms?|form)',
    ],
    es: [
      '(?:fueron|han sido|fue|ha sido) (?:adoptad|aprobad)[oa]s?',
      'última (?:actualización|revisión)',
      '(?:esperamos|agradecemos) (?:tus|sus|vuestros) comentarios',
    ],
    de: [
      '(?:wurden?|worden) .{0,60}(?:angenommen|verabschiedet)',
      'zuletzt (?:geändert|aktualisiert)',
      'wir freuen uns (?:auf|über) .{0,60}(?:rückmeldung|feedback)',
    ],
    fr: ['(?:ont été|a été) adoptée?s?', 'dernière (?:mise à jour|révision)'],
  },
  placeholders: {
    en: [
      'replace (?:this (?:text|line|title|section|with)|with (?:the|your) )(?:.{0,40}(?<= post))?',
      'delete the .{1,40} that do not apply',
      'add a few .{1,40} tags',
      'insert (?:\\p{L}+ ){1,5}here',
      'lorem ipsum',
      '\\{\\{[^{}]{0,60}\\}\\}',
      '(?:\\[|<)(?:your|insert) [^\\]>]{0,60}(?:\\]|>)',
    ],
    es: ['reemplaz(?:ar|a|e) (?:esto|con) .{1,40}', 'sustituir por .{1,40}'],
    de: ['ersetzen durch .{1,40}'],
    fr: ['remplacer par .{1,40}'],
  },
} as const;

export type HeadingSense = keyof typeof headings;
export type SentenceSense = keyof typeof sentences;

const ofHeadings = compiled(headings, (words) => new RegExp(`^(?:${words})$`, 'u'));
const ofSentences = compiled(
  sentences,
  (words) => new RegExp(`(?<![\\p{L}\\d])(?:${words})(?![\\p{L}\\d])`, 'u'),
);
const mostCharacters = 200;
const shouted = /\b(?:FIXME|TODO|TBD|XXX)\b/;

/** Whether a heading announces this; numbers, signs and emoji around its words do not matter. */
export function announces(heading: string, sense: HeadingSense): boolean {
  if (heading.length > mostCharacters) return false;
  return ofHeadings[sense].test(plain(heading).replace(/^[^\p{L}¿]+|[^\p{L}\d)]+$/gu, ''));
}

/** Whether a text says this anywhere. */
export function speaksOf(text: string, sense: SentenceSense): boolean {
  return ofSentences[sense].test(plain(text));
}

/** The words in a line that a template or its author left to be replaced, or `undefined`. */
export function placeholderIn(line: string): string | undefined {
  return (shouted.exec(line) ?? ofSentences.placeholders.exec(plain(line)))?.[0];
}

function plain(text: string): string {
  return text.toLowerCase().replace(/['`´]/g, '’').replace(/\s+/g, ' ').trim();
}

function compiled<Sense extends string>(
  table: Record<Sense, Record<string, readonly string[]>>,
  compile: (words: string) => RegExp,
): Record<Sense, RegExp> {
  const entries = Object.entries<Record<string, readonly string[]>>(table);
  return Object.fromEntries(
    entries.map(([sense, rows]) => [sense, compile(Object.values(rows).flat().join('|'))]),
  ) as Record<Sense, RegExp>;
}

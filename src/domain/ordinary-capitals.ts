/** Words that are often written with a capital and name nobody: of places, peoples, months, institutions, programs. */
export const ordinaryCapitals: ReadonlySet<string> = new Set(
  `academy africa african agile ai al america american amsterdam antarctica april arabic argentina artificial asia asian
  assembly asociacion association atlantic august australia austria barcelona berlin black board bogota bolivia books
  brazil brexit britain british brussels buenos aires cafe california cambridge canada caribbean catalan center central
  centre charter chile china chinese christmas city ciudad civil club code coffee college colombia comision comite
  commission committee commons common community comunidad conduct conducta conference congress consejo constitution
  cooperative core corporation costa council country court covid creative cuba culture day data declaration declaracion
  december department departamento derechos design development discord district diversity doctors dutch earth east
  eastern easter ecuador education egypt engineering england english environment equality erasmus espana estados ethics
  europe european europea excel facebook faculty february federal fediverse first fair finland foundation france free
  freedom french friday fund fundacion future garden general german germany git github gitlab global goals good google
  government great greece group guide handbook health hispanic history holy home house human humanity humanos hungary
  iceland inc inclusion india indian indigenous initiative institute instituto instituto intelligence international
  internet ireland irish islam israel italian italy january japan japanese jewish july june kingdom knowledge korea lab
  latin latina latino law learning library license licence life linux lives london low ltd lunar madrid management
  manifesto march matrix matter may media mediterranean meeting mexico microsoft middle ministry ministerio mission
  monday montreal movement mozilla museum muslim nacional naciones national nations native nature network nepal
  netherlands new news nigeria nobel nordic north northern norway november nuevo ocean october office online open
  organisation organization outlook oxford pacific pacto pakistan palestine panama paraguay paris parliament party peace
  people peru philippines plan planet platform poland policy polish portugal portuguese powerpoint pride principles
  privacy prize process programme program project proyecto public python rights republic republica research review
  romania rome rule rules russia russian sanidad saturday scandinavia school science sciences scotland scottish senate
  september service services sharepoint silicon slack social society software solidarity source south southern spain
  spanish spring state states statement statute street strategy summer summit sunday support sustainable sustainability
  sweden swiss switzerland sydney system taiwan team teams technology terms thailand thursday tokyo tool toronto
  touchstone trade treaty tuesday turkey twitter ukraine un union unida unidas unido unidos united universal universidad
  university unix uruguay us usa valley values vatican venezuela vienna vietnam vision wales washington water web
  wednesday welsh west western whatsapp wifi wiki wikipedia windows winter women word work workers workshop world year
  york youth youtube zealand zoom`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** With a capital at the beginning of a sentence, and speaking of nobody in particular. */
export const nobodyInParticular: ReadonlySet<string> = new Set(
  `all alguien anybody anyone both cada colleague colleagues culture each either everybody everyone ella ellas ellos
  evidence experience few he historia history i it la las le les life lo los many me members most mucha muchas muchos
  nadie neither nobody none nosotros nos one other others otra otras otro otros people practice quien quienes reality
  research science she some somebody someone studies ellos teachers that text the these they this todo todos
  tradition una unas uno unos usted ustedes we what which who whoever yo you`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

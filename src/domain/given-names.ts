/** Given names that are frequent where English or Spanish is spoken, and none that is an ordinary word as well. */
export const givenNames: ReadonlySet<string> = new Set(
  `aaron abdul abigail adam adrian ahmed aisha alan albert alejandra alejandro alex alexander alexandra alice alicia
  alison amanda amelia amina amy ana anders andrea andreas andres andrew angela anita anna anne anthony antonia antonio
  arturo barbara beatriz ben benjamin bernard beth bob brenda brian bruno camila carla carlos carmen carol carolina
  caroline catherine cecilia charles charlotte chris christian christina christine christopher clara claudia cristina
  daniel daniela david deborah denise dennis diego dmitri donald donna eduardo edward elena elisa elizabeth ellen emily
  emma enrique eric erica esteban esther eva fatima felipe felix fernanda fernando francesca francis francisco frank
  gabriel gabriela gary george gloria gonzalo greg guillermo gustavo hannah hans harry hassan heather helen henry hector
  hugo ian ibrahim ignacio ines irene isabel isabella ivan jack jacob jaime james jane janet jasmine javier jean
  jennifer jeremy jessica jill joan joanna john jonathan jorge jose joseph josh juan juana julia julian julie julio
  karen karl kate katherine kathleen keith kelly kenneth kevin kim kumar larry laura lauren leila leon leonardo leticia
  linda lisa liz lorena louis louise lucas lucia luis luisa luke manuel marcela marco marcos margaret maria mariana
  marie mario marta martha martin mary mateo matthew mehmet mei melissa michael michelle miguel mike mohamed mohammed
  monica muhammad nancy natalia nathan nicholas nicole nicolas nina nora norma olga oliver olivia omar oscar pablo
  pamela patricia patrick paul paula pedro peter philip priya rachel rafael raj ramon raquel raul rebecca ricardo
  richard robert roberto rodrigo roger rosa ruben ruth ryan salma samuel sandra santiago sara sarah scott sean sebastian
  sergio sharon silvia simon sofia sophia sophie stefan stephanie stephen steven susan susana teresa thomas tim tina tom
  tomas tony valentina valeria vanessa veronica vicente victor victoria vincent wei william ximena yolanda yusuf zoe`
    .split(/\s+/)
    .filter((name) => name !== ''),
);

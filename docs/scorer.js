// How Sphinx ranks what a search finds: its own weights, with decisions and the history of changes after other pages.
var Scorer = {
  score: ([docName, title, anchor, descr, score]) => (/^(adr\/|changelog)/.test(docName) ? score - 100 : score),
  objNameMatch: 11,
  objPartialMatch: 6,
  objPrio: { 0: 15, 1: 5, 2: -5 },
  objPrioDefault: 0,
  title: 15,
  partialTitle: 7,
  term: 5,
  partialTerm: 2,
};

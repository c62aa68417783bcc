/** Trying the loop with two practice nodes. */
export const sampleWords = {
  offer: 'Try it with a sample',
  offerTitle: 'New here?',
  offerText:
    'Two practice nodes in this browser show the whole loop in a few minutes: they meet, and a fact is carried from one to the other. Your own node is not touched, and they can be removed without a trace.',

  startTitle: (name: string) => `${name}, a practice node`,
  startTextFirst:
    'A node keeps facts and lives by a few rules, its genome. This one comes with five rules and three facts, and is only for trying.',
  startTextSecond: 'It lives by the same five rules as Sample A, and has no facts yet: they will come from there.',
  loop: [
    'Sample A makes a handshake, and you carry it to Sample B.',
    'Sample B looks at it, accepts, and you carry its reply back: now they trust each other.',
    'Sample A takes out its facts, and you carry them over. That is all there is to it.',
  ] as readonly string[],
  start: (name: string) => `Start ${name}`,
  begun: (name: string) => `${name} has begun.`,
  domain: 'practice',
  facts: [
    'A fact is one thing worth knowing\nIts first line is its title. This one was made on Sample A, and whoever takes it in knows that.',
    'Levels 0 and 1 travel, 2 and 3 stay\nWhat is only of use on one device is kept at level 2 or 3: it is never taken out.',
    'Nothing is accepted by accident\nWhatever comes in is shown first: what is new, what is here already, and what disagrees.',
  ] as readonly string[],

  banner: (name: string) => `Practice: ${name}, only for trying`,
  bannerText: 'This node is only for trying. Your own node is another one, and nothing here touches it.',
  now: 'Now:',
  steps: {
    ask: 'press “New handshake” on the Exchange screen, then “Copy”.',
    'carry-request':
      'copy the handshake, open Sample B and press “Paste” there. Bring its reply back here and press “Paste”.',
    'take-out':
      'the two trust each other. Press “Take out” on the Peers screen, then “Copy”, and paste it in Sample B.',
    'carry-facts':
      'paste what you copied in Sample B. What was taken out is offered until Sample B has confirmed that it arrived.',
    answer: 'copy a handshake in Sample A, then press “Paste” here and look at what it would do.',
    'carry-reply': 'copy the reply and paste it in Sample A. Then take out the facts there, and press “Paste” here.',
    whole: 'look at the Facts screen: Sample A’s facts are here. That was the whole loop; your own node does the same.',
  },
  open: (name: string) => `Open ${name}`,
  remove: 'Remove the practice nodes',
  removeQuestion: 'Remove both practice nodes?',
  removeText: 'Everything they hold is deleted from this browser. Other tabs with them go back to your own node.',
  removeYes: 'Remove',
  keep: 'Keep them',
  tabOpen: 'Another tab still holds a practice node, and did not answer.',
  tabOpenNext: 'Nothing was removed. Close the other practice tabs, then try again.',
};

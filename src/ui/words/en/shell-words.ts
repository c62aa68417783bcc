export const shellWords = {
  screens: {
    exchange: 'Exchange',
    peers: 'Peers',
    facts: 'Facts',
    incidents: 'Incidents',
    journal: 'Journal',
    node: 'Node',
  },
  navigation: 'Screens',
  skip: 'Skip to the content',
  result: 'Result',
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  showMore: 'Show more',
  showEarlier: 'Show what comes before',
  shownOf: (from: string, to: string, total: string) => `${from}–${to} of ${total}`,
  never: 'never',
  working: 'Working…',
  loading: 'Loading the rows…',
  notLoaded: 'The rows could not be loaded. Nothing was lost.',
  connecting: 'Opening the memory of this node…',
  dropHere: 'Drop it here to read it',

  place: 'Place',
  /** The worker says `/facts/17/level` or `character 311`. */
  placeOf: (place: string) => place,
  nothingChanged: 'Nothing was changed.',

  welcome: 'Facts, carried by hand',
  welcomeText:
    'Synapse is a node in a network without a server. It keeps facts on this device, and you carry them to nodes you trust: by clipboard, file or message.',
  nodeName: 'Node name',
  nodeNameHint: 'The name that other nodes see: yours, your team’s or this machine’s.',
  start: 'Start',
  startHint: 'A key pair is made once and stays in this browser. Nothing is sent anywhere.',

  noStore: 'The memory of this node cannot be opened',
  tryAgain: 'Try again',
  keptText: 'The text you brought',
  keptTextHint: 'It is still here. Copy or save it before you close this page.',
};

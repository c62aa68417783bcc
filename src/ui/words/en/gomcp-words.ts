/** A GoMCP node on the other side: what to type there, and what came of it. Names of tools stay as they are. */
export const gomcpWords = {
  open: 'What to type there',
  title: (peer: string) => `What to type at ${peer}`,
  about:
    'For a GoMCP node: it prints text and carries nothing. Copy a call, run it there, and bring back what it prints.',
  trust: 'Make it trust this node',
  trustText:
    'GoMCP forgets everybody when it is started anew, and gets a new peer id. Then run peer_status there, read its answer here, and go on from the card of that peer.',
  status: 'Have it say who it is',
  statusText: 'Read its answer here. As soon as it is trusted, its card shows how to exchange facts.',
  give: 'Give it what is new',
  giveText: 'GoMCP makes every fact it is given anew, so what it gets twice stands there twice.',
  giveAllText: 'Take everything only if it has nothing of yours yet, and bring its answer back here.',
  payload: 'Copy and Save file put the payload where the … is.',
  get: 'Get what it has',
  getText: 'Read what it prints here.',
  restore: 'Get back what it kept for this node',
  restoreText: 'Where this node had fallen silent there, it prints a backup. Read it here.',
  arrived: 'It arrived',
  arrivedText: (peer: string) =>
    `Bring back what ${peer} printed, or say so yourself: all that was handed over to it counts as arrived then.`,
  copyDeniedNext: 'Select the text below and copy it by hand.',
};

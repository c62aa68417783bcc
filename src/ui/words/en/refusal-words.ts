/** One sentence for each refusal, grouped as in PROTOCOL "Refusals". */
import type { Refusal, RefusalCode } from '../../../domain/refusal.ts';
import type { RefusalSentence } from '../refusal-sentence.ts';
import { formats } from './formats.ts';
import { gomcpWords } from './peer-act-words.ts';

const { bytes, number } = formats;

const size = (figure: string | undefined) => (figure ? bytes(Number(figure)) : 'an unknown size');
const figure = (text: string | undefined) => (Number.isFinite(Number(text)) ? number(Number(text)) : (text ?? '?'));
const quoted = (text: string | undefined) => (text ? `“${text}”` : 'nothing');
const inContent = (refusal: Refusal) => /\/content$/.test(refusal.place ?? '');
/** These places are fields of a form that a person fills in. */
const isTypedId = (refusal: Refusal) => refusal.place === '/id';
const isTitle = (refusal: Refusal) => refusal.place === '/title';
const isCount = (refusal: Refusal) => refusal.place === '/event_count';
const again = 'Have it copied once more, or sent as a file.';
const onPeersPage = 'on the peer’s page, under “What to type there”';
const fromPeersPage = 'from “What to type there” on the peer’s page';
const byItsMaker = 'Tell whoever made it: the document has to be made again.';
/** The browser's own words for a cause, without their full stop. */
const inBrackets = (found: string | undefined) => (found ? ` (${found.replace(/\.$/, '')})` : '');

/** A code without a sentence does not compile. */
export const refusalWords: Readonly<Record<RefusalCode, (refusal: Refusal) => RefusalSentence>> = {
  // Reading a text
  empty: () => ({ what: 'There is no text to read.', next: 'Copy the payload again, or open the file it is in.' }),
  binary: (r) => ({
    what: r.found
      ? `This cannot be read as text: its format is ${r.found}.`
      : 'This is not text: it looks like a picture, an archive or a program.',
    next: 'Choose the .json or .txt file that was saved or sent to you.',
  }),
  'bad-encoding': () => ({
    what: 'The text is not written in UTF-8 or UTF-16, so its letters cannot be made out.',
    next: 'Save it again as UTF-8, or have it sent as the original file.',
  }),
  'bad-gzip': (r) => ({ what: `The packed file is damaged: it broke off after ${size(r.found)}.`, next: again }),
  'not-json': (r) => ({
    what: r.found
      ? `This is not a JSON document: ${quoted(r.found)} does not belong there.`
      : 'This is not a JSON document.',
    next: `Check that the whole payload was copied, and nothing else. ${again}`,
  }),
  'cut-off': (r) => ({
    what: r.wanted
      ? `The end is missing: the text breaks off after ${figure(r.found)} of at least ${figure(r.wanted)} characters.`
      : `The end is missing: the text breaks off after ${figure(r.found)} characters.`,
    next: `Messengers and clipboards cut long texts. ${again}`,
  }),
  'beginning-missing': () => ({
    what: 'The beginning is missing: this is the later part of a document.',
    next: `Select from the very first brace on. ${again}`,
  }),
  'curly-quotes': (r) => ({
    what: `A messenger or text program has changed the quotation marks into ${quoted(r.found)}.`,
    next: 'Have it sent as a file or as a code block; those are not changed on the way.',
  }),
  'broken-lines': () => ({
    what: 'Line breaks were put into the middle of a text, as mail programs and terminals do.',
    next: 'Have it sent as a file.',
  }),
  'two-documents': () => ({
    what: 'There are more documents in this text than can be taken one after the other; the place is where the second begins.',
    next: 'Bring them in as files, or a part of the text at a time.',
  }),
  'same-twice': () => ({
    what: 'The same document stands here twice: it was pasted two times.',
    next: 'Empty the box and paste it once.',
  }),
  'too-deep': (r) => ({ what: `It is nested more than ${figure(r.wanted)} levels deep.`, next: byItsMaker }),
  'text-too-large': (r) => ({
    what: `It is too large: ${size(r.found)}, and at most ${size(r.wanted)} is read.`,
    next: 'Have it sent in smaller parts.',
  }),

  // Reading a document
  'unknown-kind': (r) => ({
    what: r.found
      ? `This is JSON, but not a document that Synapse knows. It holds: ${r.found}.`
      : 'This is JSON, but not a document that Synapse knows.',
    next: 'Check that it is a handshake, a payload, a backup or a genome file.',
  }),
  'newer-version': (r) => ({
    what: `It is written in version ${r.found ?? '?'}; this Synapse reads up to ${r.wanted ?? '1.x'}.`,
    next: 'Update Synapse, or have it written in version 1.',
  }),
  'bad-version': (r) => ({
    what: `${quoted(r.found)} is not a version; ${quoted(r.wanted)} would be.`,
    next: byItsMaker,
  }),
  'missing-field': (r) => ({ what: `The field ${quoted(r.found)} is missing or empty.`, next: byItsMaker }),
  'wrong-type': (r) => ({
    what: `Expected here: ${r.wanted ?? 'another type'}. Found: ${r.found ?? 'something else'}.`,
    next: byItsMaker,
  }),
  'bad-number': (r) => ({
    what: r.found
      ? `${quoted(r.found)} is not a number that can stand there.`
      : 'A number is too large to be kept exactly.',
    next: isCount(r) ? 'Write a whole number, zero or more.' : byItsMaker,
  }),
  'bad-time': (r) => ({
    what: `${quoted(r.found)} is not a time in the form that documents use, such as 2026-02-25T06:13:20Z.`,
    next: byItsMaker,
  }),
  'too-long': (r) => ({
    what: inContent(r)
      ? `A content is too long: ${size(r.found)}, and at most ${size(r.wanted)} is taken.`
      : `A text is too long: ${figure(r.found)} characters, and at most ${figure(r.wanted)} are taken.`,
    next: 'Shorten it and try again.',
  }),
  'too-many': (r) => ({
    what: `There are too many entries: ${figure(r.found)}, and at most ${figure(r.wanted)} are taken.`,
    next: 'Have it sent in smaller parts.',
  }),
  'unknown-trust': (r) => ({
    what: `${quoted(r.found)} is not a trust level; known are ${r.wanted ?? ''}.`,
    next: byItsMaker,
  }),
  'name-in-other-case': (r) => ({
    what: `A field is called ${quoted(r.found)}. GoMCP takes that for ${quoted(r.wanted)}, so it would read something else than is shown here.`,
    next: `Do not use it, and ask where it comes from. ${byItsMaker}`,
  }),
  'name-twice': (r) => ({
    what: `The field ${quoted(r.found)} stands twice in one place, and only one of the two would be shown here.`,
    next: `Do not use it, and ask where it comes from. ${byItsMaker}`,
  }),
  'tampered-genome': (r) => ({
    what: `This genome file was tampered with: it states the hash ${r.found ?? ''}, but its genes have ${r.wanted ?? 'another'}.`,
    next: 'Do not use it. Get the genome again from somebody you trust, and compare the hashes.',
  }),
  'not-only-genes': (r) => ({
    what: `This is a list of genes, and something else is among them${r.place ? ` (${r.place})` : ''}.`,
    next: 'Type list_genes into GoMCP once more, and bring all that it prints and nothing else.',
  }),

  // What GoMCP printed
  'gomcp-not-trusted': (r) => ({
    what: `GoMCP does not trust ${r.found ?? 'this node'}. It has probably been started anew: it forgets its peers then.`,
    next: 'Type peer_status there and read its answer here. Then open that peer under Peers, and copy the peer_handshake call from “What to type there”.',
  }),
  'gomcp-other-genome': (r) => ({
    what: `GoMCP refused it, because it lives by another genome: ${r.found ?? ''}.`,
    next: gomcpWords.genome,
  }),
  'gomcp-no-payload': () => ({
    what: 'GoMCP was called to import, and got no payload.',
    next: `Copy the whole sync_facts call ${fromPeersPage}: the payload is inside of it.`,
  }),
  'gomcp-bad-payload': (r) => ({
    what: `GoMCP got a payload that was changed or cut off on the way: “${r.found ?? ''}”.`,
    next: `Copy the sync_facts call ${fromPeersPage} once more, or save it as a file, and give all of it to GoMCP.`,
  }),
  'gomcp-bad-call': (r) => ({
    what: `The call that was typed into GoMCP is not complete, or says something that it does not know: “${r.found ?? ''}”.`,
    next: `Copy the call ${fromPeersPage} instead of typing it.`,
  }),
  'gomcp-bad-time': (r) => ({
    what: `GoMCP does not take ${r.found ?? 'this'} as a time.`,
    next: 'Write “since” in the form 2026-02-25T06:13:20Z, or leave it out: then everything is asked for.',
  }),
  'gomcp-self': () => ({
    what: 'The call named GoMCP’s own peer id: it cannot shake hands with itself.',
    next: `Copy the peer_handshake call ${fromPeersPage}: it names this node.`,
  }),
  'gomcp-wrong-hash': (r) => ({
    what: `GoMCP lives by the same genome as this node, but the call named another hash: ${r.found || 'none'}.`,
    next: `Copy the peer_handshake call ${fromPeersPage}: it names the right hash.`,
  }),
  'gomcp-own-genome': (r) => ({
    what: `This only tells how GoMCP’s own genome is: ${r.found ?? ''}. There is nothing in it to take in.`,
    next: 'To shake hands, type peer_status there and read its answer here. For its genes, type list_genes.',
  }),
  'gomcp-rpc-error': (r) => ({
    what: `GoMCP did not carry out the call: “${r.found ?? ''}”.`,
    next: `Check the name of the tool and what it was given. The right calls stand ${onPeersPage}.`,
  }),
  'gomcp-no-backup': (r) => ({
    what: `GoMCP keeps no backup for ${r.found ?? 'this node'}.`,
    next: 'There is nothing to bring back. It keeps one only for a peer that fell silent since it was started.',
  }),
  'gomcp-error': (r) => ({
    what: `This reads like an error of GoMCP: “${r.found ?? ''}”.`,
    next: `Check the call that was typed there. The right ones stand ${onPeersPage}.`,
  }),
  'import-of-another': (r) => ({
    what: `This tells of a payload that ${r.found ?? 'another node'} had made, and not this node.`,
    next: 'Bring it to the node that made the payload.',
  }),
  'import-unknown': (r) => ({
    what: `This node does not remember having handed over what was made at ${r.found ?? '?'}.`,
    next: 'If it did arrive, open the peer’s page, “What to type there”, and press “It arrived”.',
  }),
  'nothing-to-take-in': () => ({
    what: 'This only tells about another node; there is nothing in it to take in.',
    next: 'Ask for a handshake or a payload.',
  }),

  // A row of a payload, a gene or a form
  'foreign-gene': (r) => ({
    what: `${quoted(r.found)} is a gene that our genome does not have. A payload cannot bring new genes.`,
    next: 'A new gene comes in only by a genome file or by hand, on the Node screen.',
  }),
  'gene-changed': (r) => ({
    what: `The gene ${quoted(r.found)} has other words there than in our genome. Genes are never changed.`,
    next: 'Compare the genome hashes with the person it came from.',
  }),
  'level-not-carried': () => ({
    what: 'Its level is not 0 or 1, and no other level is carried between nodes.',
    next: 'Whoever sends it can raise it to level 1.',
  }),
  'empty-id': (r) => ({ what: 'It has no id.', next: isTypedId(r) ? 'Give it an id.' : byItsMaker }),
  'empty-content': (r) => ({
    what: isTitle(r) ? 'It has no title.' : 'It has no content.',
    next: 'Write down what is known, then save.',
  }),
  'duplicate-id': (r) => ({
    what: `The id ${quoted(r.found)} is used more than once.`,
    next: isTypedId(r) ? 'Choose another id.' : byItsMaker,
  }),
  'level-out-of-range': (r) => ({ what: `There is no level ${r.found ?? ''}.`, next: 'Choose a level from 0 to 3.' }),

  // Who wrote it
  'signature-missing': (r) => ({
    what: `${r.found ?? 'The sender'} has signed before, and this is not signed: it was changed on the way, or somebody else wrote it.`,
    next: 'Ask the person for the original file, and how it came to you.',
  }),
  'signature-broken': () => ({
    what: 'The signature does not fit the text: a word of it was edited on the way, a part is missing, or it was forged.',
    next: 'Have it sent once more as a file. Laying it out anew does not break a signature; changing what it says does.',
  }),
  'signed-by-another': (r) => ({
    what: `It says that it is from ${r.wanted ?? 'a peer'}, and is signed by ${r.found ?? 'another'}.`,
    next: 'Do not use it. Ask the person who handed it to you where it comes from.',
  }),
  'not-signed': (r) => ({
    what: `${r.found ?? 'This peer'} has signed nothing yet: there is no key to compare.`,
    next: 'Read something it has signed here first. A GoMCP node does not sign.',
  }),
  'fingerprint-changed': () => ({
    what: 'A genome changed while you compared: the words are others now.',
    next: 'Close this, open it again on both devices, and compare once more.',
  }),

  // Trust and peers
  'self-handshake': () => ({
    what: 'This handshake was made by this very node: it cannot shake hands with itself.',
    next: 'Carry it to another node and read it there.',
  }),
  'own-payload': () => ({
    what: 'This payload was made by this very node.',
    next: 'Carry it to a peer and read it there.',
  }),
  'peer-not-found': (r) => ({
    what: `No peer with the id ${r.found ?? '?'} is known here.`,
    next: 'Shake hands with it first.',
  }),
  'not-trusted': (r) => ({
    what: `${r.found ?? 'The sender'} is not a trusted peer of this node.`,
    next: 'Shake hands with it first, then read this again.',
  }),
  'hash-mismatch': (r) =>
    r.disagrees
      ? {
          what: `The sender disagrees with itself: it shook hands with our genome, and here it states the hash ${r.found || '(none)'}. GoMCP does so after a gene was added there.`,
          next: 'Start it anew and shake hands again. If it has another genome then, type list_genes there, read its answer here, and shake hands once more.',
        }
      : {
          what: `The sender lives by another genome: its hash is ${r.found || 'empty'}, ours is ${r.wanted || 'empty'}.`,
          next: r.isGomcp ? gomcpWords.genome : 'Open the same genome on both nodes, then shake hands again.',
        },
  'no-genome': (r) => ({
    what: 'This node has no genome yet, so there is nothing to compare.',
    next: r.isGomcp ? gomcpWords.genome : 'Open a genome file on the Node screen first.',
  }),
  'unasked-reply': () => ({
    what: 'This is a reply to a handshake, but no handshake of ours waits for one.',
    next: 'Make a new handshake, carry it over, and bring back the reply to that one.',
  }),
  'reply-to-another': () => ({
    what: 'This reply does not answer any handshake of ours that is still open.',
    next: 'Bring it to the node it is meant for, or make a new handshake.',
  }),
  'backup-not-ours': (r) => ({
    what: `This backup belongs to another node: ${r.found ?? 'not this one'}.`,
    next: 'Carry it to the node it was kept for.',
  }),
  'no-backup': () => ({ what: 'No backup is kept for this peer.', next: 'There is nothing to hand over.' }),
  'backup-uncleared': (r) => ({
    what: `A backup is still kept for ${r.found ?? 'this peer'}: ${r.wanted ?? '?'} facts that it does not have back.`,
    next: 'Hand it over first, or say that it may go too.',
  }),

  // Genome, facts, incidents and drops
  'genome-lacks-ours': (r) => ({
    what: `This genome lacks genes that we live by: ${r.found ?? ''}. Genes are never taken away.`,
    next: 'Ask for a genome that holds all of ours, or agree on one together.',
  }),
  'not-a-genome': () => ({
    what: 'This is a document, but not a genome file.',
    next: 'Choose a genome file here. Everything else is read on the Exchange screen.',
  }),
  'gene-immutable': (r) => ({
    what: `${quoted(r.found)} is a gene: it cannot be changed, marked or deleted.`,
    next: 'Write a new fact beside it.',
  }),
  'fact-not-found': () => ({
    what: 'This fact is not here any more.',
    next: 'It may have been deleted in another tab. Search for it again.',
  }),
  'changed-meanwhile': () => ({
    what: 'It was changed while you were writing: in another tab, or by something that was taken in.',
    next: 'Your words are still here. Copy them, cancel, and look at what is there now.',
  }),
  'conflict-not-found': () => ({
    what: 'This conflict is not open any more.',
    next: 'It was decided before, perhaps in another tab, or the import that brought it was undone.',
  }),
  'incident-not-found': () => ({
    what: 'This incident is not here any more.',
    next: 'The import that brought it may have been undone in another tab. Search for it again.',
  }),
  'incident-not-ours': (r) => ({
    what: `${quoted(r.found)} comes from another node, and only that node can change it.`,
    next: 'Ask the node it comes from to change it, or add an incident of your own.',
  }),
  'import-not-found': () => ({
    what: 'This import cannot be undone: it was undone before, or never happened here.',
    next: 'Look at the newest lines of the journal.',
  }),
  'receipt-undone': () => ({
    what: 'It says that something arrived which was undone here since.',
    changed: 'What you copied or saved must not be carried.',
    next: 'Throw it away, and take it out once more.',
  }),
  'made-before': () => ({
    what: 'It was made ready before an archive took the place of what was here.',
    changed: 'What you copied or saved must not be carried.',
    next: 'Throw it away, and take it out once more.',
  }),

  // Archives
  'not-an-archive': () => ({
    what: 'This is no archive of a Synapse node.',
    next: 'Open the file that was saved by “Make an archive”. What somebody handed you is brought in on Exchange.',
  }),
  'archive-newer': (r) => ({
    what: `This archive was made by a newer Synapse (${r.found ?? '?'}; this one knows ${r.wanted ?? '?'}).`,
    next: 'Update Synapse on this device, then open it again.',
  }),
  'archive-cut': (r) => ({
    what: `This archive is cut off: it ends at ${r.place ?? 'its beginning'}.`,
    next: 'Copy the file once more from where it was kept, or take another archive.',
  }),
  'archive-damaged': (r) => ({
    what: `This archive was changed or damaged (${r.place ?? 'its beginning'}).`,
    next: 'Copy the file once more from where it was kept, or take another archive.',
  }),
  'wrong-passphrase': () => ({
    what: 'This is not its passphrase.',
    next: 'Type it once more; capital letters and spaces count.',
  }),
  'archive-gone': () => ({
    what: 'The archive is not at hand any more.',
    next: 'Open the file once more.',
  }),
  'replaced-kept': ({ found }) => ({
    what: `What was here before the last restore, the node ${found}, is still kept.`,
    next: 'Go back to it or let it go on the Node screen, then restore once more.',
  }),

  // This node
  'empty-name': () => ({ what: 'The node has no name yet.', next: 'Write the name that other nodes will see.' }),
  'bad-timeout': () => ({
    what: 'This is shorter than a second or longer than a hundred years.',
    next: 'Give a length of time in between.',
  }),
  'preview-gone': () => ({
    what: 'This preview is no longer held: something else was read since, or this node was restarted.',
    next: 'Read the document again.',
  }),
  'store-unavailable': (r) => ({
    what: `The memory of this browser cannot be opened${inBrackets(r.found)}.`,
    next: 'Close other tabs with Synapse and leave private mode, then try again.',
  }),
  'store-newer': () => ({
    what: 'A newer version of Synapse keeps the memory of this node by now.',
    next: 'Close the other tabs with Synapse and try again: this page then becomes the newer version too.',
  }),
  'store-failed': (r) => ({
    what: `It could not be written${inBrackets(r.found)}.`,
    next: 'Try again. If it stays so, save what you brought as a file and reload this page.',
  }),
  'store-full': () => ({
    what: 'The device has no room left for it.',
    next: 'Free some space, then accept once more: what you brought is still here.',
  }),
  'worker-died': () => ({
    what: 'The browser stopped the part of Synapse that keeps the data; it is being started again.',
    changed: 'What was under way either happened completely or not at all.',
    next: 'Check whether it is there; if not, do it again.',
  }),
  unexpected: (r) => ({
    what: `Something unexpected went wrong: ${r.found ?? 'no more is known'}.`,
    changed: 'What was under way either happened completely or not at all.',
    next: 'Reload this page and check whether it is there.',
  }),
};

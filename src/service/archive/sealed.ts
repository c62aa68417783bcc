/**
 * Archives behind a passphrase. They are age files (age-encryption.org/v1), which the `age` program opens too. The
 * library is loaded only if it is needed.
 */
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Environment } from '../node-context.ts';

const ARMOR = '-----BEGIN AGE ENCRYPTED FILE-----';
const BINARY = 'age-encryption.org/v1';

/** Whether a file that begins like this is behind a passphrase. */
export function isSealed(beginning: string): boolean {
  return beginning.startsWith(BINARY) || beginning.trimStart().startsWith(ARMOR);
}

export async function sealed(
  bytes: ReadableStream<Uint8Array<ArrayBuffer>>,
  passphrase: string,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  return (await encrypter.encrypt(bytes)) as ReadableStream<Uint8Array<ArrayBuffer>>;
}

/** What was sealed. Refused if the passphrase is another one, or if anything was changed or cut off. */
export async function unsealed(file: Blob, passphrase: string): Promise<Blob | Refusal> {
  const { Decrypter, armor } = await import('age-encryption');
  const beginning = await file.slice(0, BINARY.length).text();
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    const bytes = beginning === BINARY ? file : new Blob([new Uint8Array(armor.decode(await file.text()))]);
    return await new Response(await decrypter.decrypt(bytes.stream())).blob();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return error.message.startsWith('no identity matched')
      ? refuse('wrong-passphrase')
      : refuse('archive-damaged', { place: 'age', found: error.message });
  }
}

/** Words of a passphrase. Six of the 2048 words of the BIP 39 list are 66 bits. */
const WORDS = 6;

/** A passphrase that nobody can guess. */
export async function suggestPassphrase({ randomBytes }: Environment): Promise<string> {
  const { wordlist } = await import('@scure/bip39/wordlists/english.js');
  // 2048 divides 65536, so every word is equally likely.
  const numbers = new Uint16Array(randomBytes(WORDS * 2).buffer);
  return Array.from(numbers, (number) => wordlist[number % wordlist.length]).join(' ');
}

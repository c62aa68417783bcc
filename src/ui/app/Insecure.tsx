import { Logo } from '../parts/Logo.tsx';
import { INSECURE } from '../words/first-words.ts';
import { chosenLanguage } from '../words/language.ts';

/** Instead of the whole app: said before there is a worker or a catalogue. */
export function Insecure() {
  const language = chosenLanguage();
  const { what, next } = INSECURE[language];
  return (
    <main class="lone" lang={language}>
      <Logo />
      <h1>Synapse</h1>
      <div class="notice refused" role="alert" data-code="insecure">
        <div>
          <p class="what">{what}</p>
          <p>{next}</p>
        </div>
      </div>
    </main>
  );
}

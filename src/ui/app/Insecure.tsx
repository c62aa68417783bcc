/** Instead of the whole app, if the page is not a secure context. It needs no worker and no catalogue of words. */
import { Logo } from '../parts/Logo.tsx';
import { INSECURE } from '../words/first-words.ts';
import { chosenLanguage } from '../words/language.ts';

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

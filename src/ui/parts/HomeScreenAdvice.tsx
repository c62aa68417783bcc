/** Advice for iOS, where an app on the home screen has a storage of its own, which begins empty. */
import { useId } from 'preact/hooks';
import { type BrowserPlatform, thisPlatform } from '../../carry/platform.ts';
import { useWords } from '../words/words.ts';

/** Advises to add the app to the home screen before a node is made in the browser. Draws nothing elsewhere. */
export function HomeScreenAdvice() {
  const { install: words } = useWords();
  const id = useId();
  const platform = thisPlatform();
  if (!platform.isIos || platform.isInstalled) return null;
  return (
    <section class="card raised stack" aria-labelledby={id}>
      <h2 id={id}>{words.homeScreenFirst}</h2>
      <p>{words.homeScreenWhy}</p>
      <HomeScreenSteps platform={platform} />
      <p class="hint">{words.homeScreenElse}</p>
    </section>
  );
}

/** How a person puts the app on the home screen. A page cannot do it by itself. */
export function HomeScreenSteps({ platform }: { platform: BrowserPlatform }) {
  const { install: words } = useWords();
  return (
    <ol class="steps">
      {!platform.isIosSafari && <li>{words.openInSafari}</li>}
      {words.homeScreenSteps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  );
}

/** On iOS an installed app begins with an empty storage: that has to be known before an identity is made in the wrong place. */
import { useId } from 'preact/hooks';
import { type Platform, thisPlatform } from '../../carry/platform.ts';
import { useWords } from '../words/words.ts';

export function HomeScreen() {
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

/** How the app gets onto the home screen of an iPhone or iPad. No button can do it. */
export function HomeScreenSteps({ platform }: { platform: Platform }) {
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

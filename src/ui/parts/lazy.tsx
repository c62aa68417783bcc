/** Components that are loaded when they are first shown, so that the first paint does not wait for them. */
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { chosenLanguage } from '../words/language.ts';
import { LoadFailed } from './LoadFailed.tsx';

export interface LazyComponent<Props> {
  (props: Props): preact.JSX.Element | null;
  /** Loads the component before it is shown. Never rejects: the component itself shows a failure. */
  load(): Promise<void>;
}

/** `importComponent`: imports the module and resolves to its component. */
export function lazy<Props extends object>(importComponent: () => Promise<ComponentType<Props>>): LazyComponent<Props> {
  let loaded: ComponentType<Props> | null = null;
  let loading: Promise<void> | null = null;

  function load(): Promise<void> {
    loading ??= importComponent().then(
      (found) => {
        loaded = found;
      },
      () => {
        loading = null; // The next time it is shown, it is tried again.
      },
    );
    return loading;
  }

  function WhenLoaded(props: Props) {
    const [isSettled, setSettled] = useState(loaded !== null);
    useEffect(() => {
      if (!isSettled) void load().then(() => setSettled(true));
    }, [isSettled]);
    if (loaded) {
      const Component = loaded;
      return <Component {...props} />;
    }
    return isSettled ? <LoadFailed language={chosenLanguage()} /> : null;
  }

  return Object.assign(WhenLoaded, { load });
}

/** START HERE (page): connects to the worker, draws the app, and registers the service worker. Wiring only. */
import { render } from 'preact';
import type { Offline, OfflineState } from './offline.ts';
import { connectPeerClient } from './peer-client.ts';
import { App } from './ui/app/App.tsx';
import { Insecure } from './ui/app/Insecure.tsx';
import { loadFirstScreen } from './ui/app/screens.ts';
import { listenForInstallOffer } from './ui/hooks/use-install.ts';
import './ui/style/index.css';

const root = document.getElementById('app');
if (!root) throw new Error('The page has no element #app.');
if (isSecureContext) await start(root);
else render(<Insecure />, root);

async function start(root: HTMLElement): Promise<void> {
  listenForInstallOffer(window);
  const nodeParam = new URLSearchParams(location.search).get('node');
  const client = connectPeerClient(nodeParam);

  let offline: Offline | null = null;
  const draw = (state: OfflineState) => {
    const view = { ...state, applyUpdate: () => offline?.applyUpdate() };
    render(<App client={client} offline={view} nodeParam={nodeParam} />, root);
  };
  loadFirstScreen();
  draw({ ready: false, updateWaiting: false, problem: null });
  // Loaded after the first paint, which does not need it.
  const { registerOffline } = await import('./offline.ts');
  offline = registerOffline(draw);
}

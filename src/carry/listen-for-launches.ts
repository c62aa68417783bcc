/** Files that the system opens with the installed app (the manifest's file_handlers). */
interface LaunchParams {
  readonly files?: readonly FileSystemFileHandle[];
}

/** Not in TypeScript's DOM: few browsers have it (Launch Handler API). */
interface LaunchQueue {
  setConsumer(consumer: (launch: LaunchParams) => void): void;
}

/** The browser keeps launches until somebody listens. `opened` is called for each file on its way: it may be gone by then. */
export function listenForLaunches(target: Window, opened: (name: string, file: Promise<File>) => void): void {
  const { launchQueue } = target as Window & { readonly launchQueue?: LaunchQueue };
  launchQueue?.setConsumer(({ files = [] }) => {
    for (const file of files) opened(file.name, file.getFile());
  });
}

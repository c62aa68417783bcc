/** Files that the system opens with the installed app (the manifest's file_handlers). */
interface LaunchParams {
  readonly files?: readonly FileSystemFileHandle[];
}

/** Not in TypeScript's DOM: few browsers have it (Launch Handler API). */
interface LaunchQueue {
  setConsumer(consumer: (launch: LaunchParams) => void): void;
}

/** The browser keeps launches until somebody listens. `opened` is called with the files on their way, each of which may be gone by then. */
export function listenForLaunches(target: Window, opened: (files: readonly Promise<File>[]) => void): void {
  const { launchQueue } = target as Window & { readonly launchQueue?: LaunchQueue };
  launchQueue?.setConsumer(({ files = [] }) => {
    if (files.length > 0) opened(files.map((file) => file.getFile()));
  });
}

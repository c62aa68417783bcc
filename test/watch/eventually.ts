const TURNS = 500;
const PAUSE_MS = 20;

/** Repeats a check until it holds, for so many turns of this thread: a slow machine takes them slowly. Fails with what it said last. */
export async function eventually(check: () => unknown): Promise<void> {
  for (let turn = 1; ; turn++) {
    try {
      await check();
      return;
    } catch (error) {
      if (turn === TURNS) throw error;
    }
    await new Promise((resume) => setTimeout(resume, PAUSE_MS));
  }
}

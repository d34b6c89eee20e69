// Runs `work` once nothing has been asked for `rest` milliseconds; a later ask breaks off what runs.
export class Settled {
  private timer: number | undefined;
  private running: AbortController | undefined;

  constructor(private readonly rest: number, private readonly work: (signal: AbortSignal) => Promise<void>) {}

  ask(rest = this.rest): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      this.running?.abort();
      const own = new AbortController();
      this.running = own;
      this.work(own.signal).catch((fault: unknown) => {
        if (!own.signal.aborted) throw fault;
      });
    }, rest);
  }
}

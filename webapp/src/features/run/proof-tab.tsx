import type { Run } from "./api/run";
import { Product } from "./components/product";

/// The proof of a run.
export function ProofTab({ run }: { run: Run }) {
  return run.proof ? (
    <Product run={run} />
  ) : (
    <section className="notice">
      <h2>There is no proof yet</h2>
      <p>It is written when the run ends.</p>
    </section>
  );
}

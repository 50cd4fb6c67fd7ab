import { ProofPanel } from "../proof/proof-panel";
import type { Run } from "./api/run";
import { Product } from "./components/product";

/// The proof of a run, once it has one.
export function ProofTab({ run }: { run: Run }) {
  if (!run.proof) {
    return (
      <section className="notice">
        <h2>There is no proof yet</h2>
        <p>It is written when the run ends, whatever comes of it.</p>
      </section>
    );
  }
  return (
    <>
      <ProofPanel run={run.run} />
      <h2>What it left</h2>
      <Product run={run} />
    </>
  );
}

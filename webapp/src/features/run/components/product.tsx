import type { Run } from "../api/run";

/// What the run left: its proof, its branch, and where that has landed.
export function Product({ run }: { run: Run }) {
  if (!run.proof) {
    return null;
  }
  return (
    <dl className="product">
      <dt>Proof</dt>
      <dd>
        <a
          href={`/api/v1/runs/${encodeURIComponent(run.run)}/proof.html`}
          target="_blank"
          rel="noopener"
        >
          The page of the proof
        </a>{" "}
        <span className="quiet">
          in <code>{run.proof}</code>
        </span>
      </dd>
      {run.commit && (
        <>
          <dt>Product</dt>
          <dd>
            branch <code>otto/{run.run}</code>, commit <code>{run.commit.slice(0, 10)}</code>
          </dd>
          <dt>Landed</dt>
          <dd>{run.landedOn ? `on ${run.landedOn}` : "not yet"}</dd>
        </>
      )}
    </dl>
  );
}

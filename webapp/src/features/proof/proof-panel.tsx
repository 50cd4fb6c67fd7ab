import { Failure, Loading } from "../../shared/notices";
import { usePacket, useWorries } from "./api/get-proof";
import { Knowledge } from "./components/knowledge";
import { Ledger } from "./components/ledger";
import { Verdict } from "./components/verdict";
import { Worries } from "./components/worries";
import "./proof.css";

/// The proof of a run: whether it works, what to look at, how one knows, and clause by clause.
export function ProofPanel({ run }: { run: string }) {
  const packet = usePacket(run);
  const worries = useWorries(run);
  if (packet.isError) {
    return <Failure error={packet.error} again={() => void packet.refetch()} />;
  }
  if (!packet.data) {
    return <Loading rows={5} />;
  }
  const { spec, audit } = packet.data;
  return (
    <>
      <Verdict packet={packet.data} />
      {worries.data && <Worries sentences={worries.data.worries} />}
      {worries.isError && <Failure error={worries.error} again={() => void worries.refetch()} />}
      {!audit && (
        <p className="notice">
          Nothing came to an audit, so there is nothing that could be proven.
        </p>
      )}
      {audit && <Knowledge run={run} packet={packet.data} audit={audit} />}
      {audit && spec && <Ledger run={run} packet={packet.data} spec={spec} audit={audit} />}
    </>
  );
}

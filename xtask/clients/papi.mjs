// PAPI over the new JSON-RPC: one transfer that lands, one that is refused.

import { createClient, Enum } from "polkadot-api";
import { getPolkadotSigner } from "polkadot-api/signer";
import { getWsProvider } from "polkadot-api/ws";
import { WebSocket } from "ws";
import { inTime, main, readErrand, versionOf } from "./errand.mjs";

/** Signs and sends; resolves with the hash of the block it is in. */
function send(transaction, signer) {
  return new Promise((resolve, reject) => {
    transaction.signSubmitAndWatch(signer).subscribe({
      next: (event) => {
        if (event.type === "txBestBlocksState" && event.found) {
          if (event.ok) {
            resolve(event.block.hash);
          } else {
            reject(new Error(`the transfer failed in its block: ${JSON.stringify(event.dispatchError)}`));
          }
        }
      },
      error: reject,
    });
  });
}

/** The reason code in PAPI's words: {type: "Invalid", value: {type: "Custom", value: N}}. */
function reasonOf({ error }) {
  const { type, value } = error ?? {};
  return type === "Invalid" && value?.type === "Custom" ? `Custom error: ${value.value}` : undefined;
}

await main(async () => {
  const { url, sender, asset, receiver, stranger, amount } = await readErrand();
  const client = createClient(getWsProvider(url, { websocketClass: WebSocket }));
  const api = client.getUnsafeApi();
  const signer = getPolkadotSigner(sender.publicKey, "Sr25519", (bytes) => sender.sign(bytes));
  const transfer = (target) =>
    api.tx.Assets.transfer({ id: asset, target: Enum("Id", target), amount });
  const block = await inTime(send(transfer(receiver), signer), "the transfer");
  const refusal = await inTime(send(transfer(stranger), signer), "the refusal").then(
    (hash) => {
      throw new Error(`the transfer to a stranger landed in ${hash}`);
    },
    (error) => error,
  );
  const refused = reasonOf(refusal);
  if (!refused) {
    throw new Error(`the refusal carries no reason code: ${refusal.message}`);
  }
  return { client: "papi", version: await versionOf("polkadot-api"), block, refused };
});

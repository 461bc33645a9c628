// The polkadot-js API: one transfer that lands, one that is refused in the pool.

import { ApiPromise, WsProvider } from "@polkadot/api";
import { inTime, main, readErrand, versionOf } from "./errand.mjs";

/** Signs and sends; resolves with the hash of the block it is in. */
function send(transaction, sender) {
  return new Promise((resolve, reject) => {
    transaction
      .signAndSend(sender, ({ status, dispatchError, events }) => {
        if (status.isInvalid || status.isDropped || status.isUsurped) {
          reject(new Error(`the transaction became ${status.type}`));
        } else if (status.isInBlock) {
          if (dispatchError) {
            reject(new Error(`the transfer failed in its block: ${dispatchError.toString()}`));
          } else if (!events.some(({ event }) => event.method === "Transferred")) {
            reject(new Error("the block has no event of the transfer"));
          } else {
            resolve(status.asInBlock.toHex());
          }
        }
      })
      .catch(reject);
  });
}

await main(async () => {
  const { url, sender, asset, receiver, stranger, amount } = await readErrand();
  const api = await inTime(
    ApiPromise.create({ provider: new WsProvider(url), noInitWarn: true, throwOnConnect: true }),
    "connecting and reading the metadata",
  );
  const transfer = (target) => api.tx.assets.transfer(asset, target, amount);
  const block = await inTime(send(transfer(receiver), sender), "the transfer");
  const refusal = await inTime(send(transfer(stranger), sender), "the refusal").then(
    (hash) => {
      throw new Error(`the transfer to a stranger landed in ${hash}`);
    },
    (error) => error.message,
  );
  const refused = /Custom error: \d+/.exec(refusal)?.[0];
  if (!refused) {
    throw new Error(`the refusal carries no reason code: ${refusal}`);
  }
  return {
    client: "polkadot-js",
    version: await versionOf("@polkadot/api"),
    metadata: api.runtimeMetadata.version,
    block,
    refused,
  };
});

// What both clients share: the errand on the command line, the well-known keys, the answer.
//
//   node CLIENT.mjs URL SENDER ASSET RECEIVER AMOUNT STRANGER
//
// SENDER, RECEIVER and STRANGER are well-known keys such as //Alice; the latter two may also be
// addresses. The transfer to RECEIVER must land in a block, the one to STRANGER must be refused
// with the chain's reason code. One line of JSON says what happened.

import { Keyring } from "@polkadot/api";
import { cryptoWaitReady } from "@polkadot/util-crypto";
import { readFile } from "node:fs/promises";

const LIMIT_MS = 60_000;

/** Reads the command line. */
export async function readErrand() {
  const [url, senderUri, asset, receiver, amount, stranger] = process.argv.slice(2);
  if (!stranger) {
    throw new Error("usage: URL SENDER ASSET RECEIVER AMOUNT STRANGER");
  }
  await cryptoWaitReady();
  const keyring = new Keyring({ type: "sr25519", ss58Format: 42 });
  const address = (name) => (name.startsWith("//") ? keyring.addFromUri(name).address : name);
  return {
    url,
    sender: keyring.addFromUri(senderUri),
    asset: Number(asset),
    receiver: address(receiver),
    stranger: address(stranger),
    amount: BigInt(amount),
  };
}

/** The version of an installed client. */
export async function versionOf(client) {
  const manifest = new URL(`./node_modules/${client}/package.json`, import.meta.url);
  return JSON.parse(await readFile(manifest, "utf8")).version;
}

/** Fails when `promise` takes too long. */
export function inTime(promise, what) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took too long`)), LIMIT_MS);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** Runs `work`, prints its answer as one line of JSON, and ends the process either way. */
export async function main(work) {
  try {
    console.log(JSON.stringify(await work()));
    process.exit(0);
  } catch (error) {
    console.error(error?.message || JSON.stringify(error) || String(error));
    process.exit(1);
  }
}

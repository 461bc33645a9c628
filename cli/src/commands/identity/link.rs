//! Which accounts belong to an identity.

use crate::{
	accounts::{hex, parse_hash},
	api::{
		self,
		runtime_types::{pallet_identities::pallet::Call, sp_runtime::MultiSignature},
	},
	context::Context,
	errors::{Failure, Outcome},
};
use serde::{Deserialize, Serialize};
use subxt::utils::AccountId32;
use subxt_signer::sr25519::Keypair;

/// That an account wants to belong to an identity.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignedLink {
	/// Hash of block 0 of the chain it is meant for.
	pub genesis: String,
	/// The identity.
	pub identity: u32,
	/// The account, which signed.
	pub account: String,
	/// Last moment at which it may be used.
	pub expires_ms: u64,
	/// Its sr25519 signature.
	pub signature: String,
}

/// The bytes that the account signs, as the chain composes them.
pub async fn link_payload(
	context: &Context,
	identity: u32,
	account: AccountId32,
	expires: u64,
) -> Outcome<Vec<u8>> {
	let question = api::view_functions()
		.identities()
		.link_payload(identity, account, expires);
	context.chain().await?.ask(question).await?.ok_or_else(|| {
		Failure::refused(format!("there is no identity {identity}")).named("NotFound")
	})
}

/// Signs, as the account, that it belongs to the identity.
pub async fn sign_link(
	context: &Context,
	identity: u32,
	key: &Keypair,
	expires_ms: u64,
) -> Outcome<SignedLink> {
	let account = AccountId32(key.public_key().0);
	let payload = link_payload(context, identity, account, expires_ms).await?;
	Ok(SignedLink {
		genesis: hex(context.chain().await?.genesis()),
		identity,
		account: account.to_string(),
		expires_ms,
		signature: hex(key.sign(&payload).0),
	})
}

/// The call that links an account which has signed.
pub fn link_call(context: &Context, link: &SignedLink) -> Outcome<Call> {
	Ok(Call::link_account {
		identity: link.identity,
		account: context.account(&link.account)?,
		expires: link.expires_ms,
		signature: signature(&link.signature)?,
	})
}

/// Fails when a signature is meant for a chain with another genesis.
pub async fn check_genesis_of(context: &Context, signed_for: &str) -> Outcome {
	let genesis = context.chain().await?.genesis();
	match parse_hash(signed_for)? == genesis.0 {
		true => Ok(()),
		false => Err(Failure::input(format!(
			"it is signed for another chain: its genesis is {signed_for}, this chain's is {}",
			hex(genesis)
		))
		.next("choose the right node with --url, or have it signed for this chain")),
	}
}

/// An sr25519 signature in hex.
pub fn signature(text: &str) -> Outcome<MultiSignature> {
	hex::decode(text.trim_start_matches("0x"))
		.ok()
		.and_then(|bytes| bytes.try_into().ok())
		.map(MultiSignature::Sr25519)
		.ok_or_else(|| {
			Failure::input("the signature is not 64 bytes of hex").next("have it signed again")
		})
}

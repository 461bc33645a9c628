//! Acting as a multisig account. Institutions do: two of three people sign what the firm does.

use crate::{
	accounts,
	api::{
		self,
		runtime_types::{pallet_multisig::pallet::Call, pallet_multisig::Timepoint},
		RuntimeCall,
	},
	chain::{encode_call, Chain, Receipt},
	council,
	errors::{Failure, Outcome},
	keys::Keystore,
};
use subxt::{
	config::{substrate::BlakeTwo256, Hasher},
	ext::codec::{Compact, Encode},
	utils::AccountId32,
};
use subxt_signer::sr25519::Keypair;

/// A multisig by its threshold and signatories.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Multisig {
	threshold: u16,
	/// Sorted.
	signatories: Vec<AccountId32>,
}

impl Multisig {
	/// Reads `2:A,B,C`.
	pub fn parse(text: &str, keystore: &Keystore) -> Outcome<Self> {
		let fail = |why: &str| {
			Failure::input(format!("`{text}` is not a multisig: {why}"))
				.next("write the threshold and at least two accounts: 2:ACCOUNT,ACCOUNT,ACCOUNT")
		};
		let (threshold, accounts) = text
			.split_once(':')
			.ok_or_else(|| fail("it has no colon"))?;
		let threshold: u16 = threshold
			.parse()
			.map_err(|_| fail("its threshold is no number"))?;
		let mut signatories = accounts
			.split(',')
			.map(|account| accounts::parse(account, keystore))
			.collect::<Outcome<Vec<_>>>()?;
		signatories.sort();
		signatories.dedup();
		match usize::from(threshold) {
			0 => Err(fail("its threshold is zero")),
			more if more > signatories.len() => Err(fail("its threshold exceeds its signatories")),
			_ if signatories.len() < 2 => Err(fail("it has fewer than two signatories")),
			_ => Ok(Self {
				threshold,
				signatories,
			}),
		}
	}

	/// Its account, as the SDK's multisig pallet derives it.
	pub fn account(&self) -> AccountId32 {
		let count = Compact(self.signatories.len() as u32);
		let mut seed = b"modlpy/utilisuba".to_vec();
		count.encode_to(&mut seed);
		for signatory in &self.signatories {
			seed.extend(signatory.0);
		}
		self.threshold.encode_to(&mut seed);
		AccountId32(hash(&seed))
	}

	/// The call by which `signer` approves `call`, and carries it out if it is the last one needed.
	pub async fn wrap(
		&self,
		chain: &Chain,
		signer: &Keypair,
		call: RuntimeCall,
	) -> Outcome<RuntimeCall> {
		let signer = AccountId32(signer.public_key().0);
		if !self.signatories.contains(&signer) {
			return Err(
				Failure::key("the key is not one of the multisig's signatories")
					.next("choose one of them with --as"),
			);
		}
		let other_signatories: Vec<AccountId32> = self
			.signatories
			.iter()
			.filter(|other| **other != signer)
			.copied()
			.collect();
		let call_box = Box::new(call.clone());
		if self.threshold == 1 {
			return Ok(RuntimeCall::Multisig(Call::as_multi_threshold_1 {
				other_signatories,
				call: call_box,
			}));
		}
		let encoded = encode_call(&call, chain.best().await?.metadata_ref())?;
		let open = chain
			.state(
				api::storage().multisig().multisigs(),
				(self.account(), hash(&encoded)),
			)
			.await?;
		Ok(RuntimeCall::Multisig(Call::as_multi {
			threshold: self.threshold,
			other_signatories,
			maybe_timepoint: open.map(|open| Timepoint {
				height: open.when.height,
				index: open.when.index,
			}),
			call: call_box,
			max_weight: council::weight_of(chain, &encoded).await?,
		}))
	}
}

/// Whether the multisig's call was carried out; fails when it was and did not succeed.
pub async fn was_carried_out(chain: &Chain, receipt: &Receipt) -> Outcome<bool> {
	match receipt.find::<api::multisig::events::MultisigExecuted>()? {
		Some(executed) => match executed.result {
			Ok(()) => Ok(true),
			Err(error) => Err(council::view_error(chain, &error).await?),
		},
		// With a threshold of one there is no such event: the call's own result is the transaction's.
		None => Ok(receipt
			.find::<api::multisig::events::NewMultisig>()?
			.is_none()
			&& receipt
				.find::<api::multisig::events::MultisigApproval>()?
				.is_none()),
	}
}

fn hash(bytes: &[u8]) -> [u8; 32] {
	BlakeTwo256.hash(bytes).0
}

#[cfg(test)]
mod tests {
	use super::*;

	fn parse(text: &str) -> Outcome<Multisig> {
		Multisig::parse(text, &Keystore::new("/nonexistent"))
	}

	#[test]
	fn order_and_repetition_do_not_matter() {
		let account = parse("2://Alice,//Bob,//Charlie").unwrap().account();
		assert_eq!(
			parse("2://Charlie,//Alice,//Bob,//Bob").unwrap().account(),
			account
		);
		// As polkadot-js derives it.
		assert_eq!(
			account.to_string(),
			"5DjYJStmdZ2rcqXbXGX7TW85JsrW6uG4y9MUcLq2BoPMpRA7"
		);
	}

	#[test]
	fn fails_when_it_is_no_multisig() {
		for text in [
			"//Alice,//Bob",
			"x://Alice,//Bob",
			"0://Alice,//Bob",
			"3://Alice,//Bob",
			"1://Alice",
		] {
			assert_eq!(parse(text).unwrap_err().exit_code(), 2, "{text}");
		}
	}
}

//! Whole transactions: signature, every extension, the call, and what it leaves behind.

use super::{bare, bare_holders, guarded_holders, AMOUNT, ASSET, HOLDING, NOW};
use crate::{
	benchmark_worlds, AccountId, Balance, Compliance, Identities, Runtime, RuntimeCall,
	TxExtension, UncheckedExtrinsic,
};
use assay_primitives::{Address, Hash, Signature};
use assay_traits::{GuardedLedger, IdentityInspect};
use codec::Encode;
use polkadot_sdk::{
	frame_metadata_hash_extension,
	frame_support::traits::fungible::Mutate,
	frame_system::{self, pallet_prelude::BlockNumberFor},
	pallet_assets, pallet_transaction_payment, sp_core,
	sp_io::crypto::{sr25519_generate, sr25519_sign},
	sp_runtime::{
		generic::{Era, SignedPayload},
		traits::{Dispatchable, TransactionExtension, Zero},
		MultiAddress,
	},
};
use sp_core::{crypto::KeyTypeId, sr25519};

/// Pays every fee.
const FUNDS: Balance = 1 << 100;
/// The key of these benchmarks in the keystore.
const KEY: KeyTypeId = KeyTypeId(*b"cost");

/// A new key in the keystore, with its account.
fn signer() -> (sr25519::Public, AccountId) {
	let public = sr25519_generate(KEY, None);
	(public, AccountId::new(public.0))
}

/// Inside a block, after its inherents; transactions name the genesis.
fn begin<T: frame_system::Config<Hash = Hash>>() {
	frame_system::BlockHash::<T>::insert(BlockNumberFor::<T>::zero(), Hash::repeat_byte(1));
	frame_system::Pallet::<T>::note_inherents_applied();
}

/// What a transaction carries besides its call: by whom, the signature, and the extension.
fn sign<Call, Extension>(
	public: sr25519::Public,
	call: Call,
	extension: Extension,
) -> (Call, Address, Signature, Extension)
where
	Call: Encode + Dispatchable,
	Extension: TransactionExtension<Call>,
{
	let payload = SignedPayload::new(call, extension).expect("nothing is missing");
	let signature = payload
		.using_encoded(|payload| sr25519_sign(KEY, &public, payload))
		.expect("the key is in the keystore");
	let (call, extension, _) = payload.deconstruct();
	let address = MultiAddress::Id(AccountId::new(public.0));
	(call, address, signature.into(), extension)
}

/// The extension of an account's first transaction here.
fn extension() -> TxExtension {
	(
		(
			frame_system::AuthorizeCall::new(),
			frame_system::CheckNonZeroSender::new(),
			frame_system::CheckSpecVersion::new(),
			frame_system::CheckTxVersion::new(),
			frame_system::CheckGenesis::new(),
			frame_system::CheckEra::from(Era::Immortal),
			frame_system::CheckNonce::from(0),
			frame_system::CheckWeight::new(),
		),
		pallet_identities::Admission::new(),
		pallet_transaction_payment::ChargeTransactionPayment::from(0),
		pallet_compliance::CheckTransferPolicy::new(),
		frame_metadata_hash_extension::CheckMetadataHash::new(false),
		frame_system::WeightReclaim::new(),
	)
}

/// A transfer of the assets pallet on the chain that nobody guards, and its receiver.
pub fn bare_transfer() -> (bare::UncheckedExtrinsic, AccountId) {
	begin::<bare::Bare>();
	let (public, from) = signer();
	let [_, to] = bare_holders();
	bare::hold(ASSET, &from, HOLDING);
	bare::Balances::set_balance(&from, FUNDS);
	let call = pallet_assets::Call::transfer {
		id: ASSET.into(),
		target: MultiAddress::Id(to.clone()),
		amount: AMOUNT,
	};
	let (call, address, signature, extension) = sign(public, call.into(), bare::extension());
	let transaction = bare::UncheckedExtrinsic::new_signed(call, address, signature, extension);
	(transaction, to)
}

/// The same on ours, under so many rules.
pub fn compliant_transfer(rules: u32) -> (UncheckedExtrinsic, AccountId) {
	begin::<Runtime>();
	let (public, from) = signer();
	let [first, to] = guarded_holders(rules);
	let identity =
		<Identities as IdentityInspect<AccountId>>::identity_of(&first).expect("a holder is known");
	benchmark_worlds::link(identity, &from);
	Compliance::mint(ASSET, &from, HOLDING).expect("no rule is against it");
	crate::Balances::set_balance(&from, FUNDS);
	let call: RuntimeCall = pallet_assets::Call::transfer {
		id: ASSET.into(),
		target: MultiAddress::Id(to.clone()),
		amount: AMOUNT,
	}
	.into();
	let (call, address, signature, extension) = sign(public, call, extension());
	let transaction = UncheckedExtrinsic::new_signed(call, address, signature, extension);
	(transaction, to)
}

/// A mint of the assets pallet on the chain that nobody guards, to a holder, and that holder.
pub fn bare_mint() -> (bare::UncheckedExtrinsic, AccountId) {
	begin::<bare::Bare>();
	let (public, issuer) = signer();
	bare::open(ASSET, &issuer);
	let to = AccountId::new([2; 32]);
	bare::hold(ASSET, &to, HOLDING);
	bare::Balances::set_balance(&issuer, FUNDS);
	let call = pallet_assets::Call::mint {
		id: ASSET.into(),
		beneficiary: MultiAddress::Id(to.clone()),
		amount: AMOUNT,
	};
	let (call, address, signature, extension) = sign(public, call.into(), bare::extension());
	let transaction = bare::UncheckedExtrinsic::new_signed(call, address, signature, extension);
	(transaction, to)
}

/// The same on ours, through every gate: order, bucket, policy and a reserve that five auditors
/// confirm.
pub fn gated_mint(rules: u32) -> (UncheckedExtrinsic, AccountId) {
	begin::<Runtime>();
	let (public, from) = signer();
	let [_, to] = guarded_holders(rules);
	let minter = benchmark_worlds::minter(ASSET);
	let identity =
		<Identities as IdentityInspect<AccountId>>::identity_of(&minter).expect("it is linked");
	benchmark_worlds::link(identity, &from);
	crate::Balances::set_balance(&from, FUNDS);
	let call: RuntimeCall = pallet_issuance::Call::mint {
		asset: ASSET,
		mint_id: Hash::repeat_byte(8),
		valid_until: NOW,
		to: to.clone(),
		amount: AMOUNT,
	}
	.into();
	let (call, address, signature, extension) = sign(public, call, extension());
	let transaction = UncheckedExtrinsic::new_signed(call, address, signature, extension);
	(transaction, to)
}

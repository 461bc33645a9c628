//! The transaction extension that lets wallets use the ledger's own calls.

use crate::{
	context::Decision,
	effects::Effects,
	pallet::{Clearance, Config, Event, Pallet},
	types::{Amount, Entry, Request, Source},
	weights::WeightInfo,
};
use assay_primitives::{AssetId, Movement};
use codec::{Decode, DecodeWithMemTracking, Encode};
use core::marker::PhantomData;
use polkadot_sdk::{
	frame_support::{
		dispatch::{DispatchInfo, PostDispatchInfo},
		traits::IsSubType,
		weights::Weight,
		CloneNoBound, DebugNoBound, DefaultNoBound, EqNoBound, PartialEqNoBound,
	},
	frame_system::{self, ensure_signed},
	pallet_assets,
	sp_runtime::{
		traits::{
			DispatchInfoOf, DispatchOriginOf, Dispatchable, Implication, PostDispatchInfoOf,
			StaticLookup, TransactionExtension, ValidateResult,
		},
		transaction_validity::{
			InvalidTransaction, TransactionSource, TransactionValidityError, ValidTransaction,
		},
		DispatchResult,
	},
};
use scale_info::TypeInfo;

type RuntimeCallOf<T> = <T as frame_system::Config>::RuntimeCall;
/// How a call names an account.
pub type SourceOf<T> = <<T as frame_system::Config>::Lookup as StaticLookup>::Source;

/// Checks `assets.transfer`, `transfer_keep_alive`, `transfer_approved` and `transfer_all` when they
/// are a transaction's own call, and clears the one movement that follows.
///
/// In the pool a movement that the policy refuses is not accepted: `Custom error: N`, where N is the
/// reason's number, and nobody pays. In a block nothing is refused here, because what is refused
/// there is not paid for: the call runs without a clearance, fails as filtered, is paid for, and
/// [`Event::TransferRefused`] says why.
///
/// Zero-sized on the wire, so that wallets that do not know it need not.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	TypeInfo,
	DefaultNoBound,
	CloneNoBound,
	EqNoBound,
	PartialEqNoBound,
	DebugNoBound,
)]
#[scale_info(skip_type_params(T))]
pub struct CheckTransferPolicy<T>(PhantomData<T>);

impl<T> CheckTransferPolicy<T> {
	/// The extension.
	pub const fn new() -> Self {
		Self(PhantomData)
	}
}

/// The ledger's transfer that a transaction asks for.
struct Intent<AccountId> {
	entry: Entry,
	request: Request<AccountId>,
}

fn lookup<T: Config>(source: &SourceOf<T>) -> Option<T::AccountId> {
	T::Lookup::lookup(source.clone()).ok()
}

/// Reads the intent out of a call; `None` when it is none of the ledger's transfers.
fn intent<T: Config>(call: &RuntimeCallOf<T>, signer: &T::AccountId) -> Option<Intent<T::AccountId>>
where
	RuntimeCallOf<T>: IsSubType<pallet_assets::Call<T>>,
{
	let request = |id: AssetId, to: &SourceOf<T>, amount: Amount, keep_alive: bool| Request {
		asset: id,
		movement: Movement::Transfer,
		from: Some(signer.clone()),
		to: lookup::<T>(to),
		spender: None,
		amount,
		keep_alive,
		source: Source::Free,
	};
	let call: &pallet_assets::Call<T> = call.is_sub_type()?;
	let (entry, request) = match call {
		pallet_assets::Call::transfer { id, target, amount } => (
			Entry::Transfer,
			request(id.clone().into(), target, Amount::Exactly(*amount), false),
		),
		pallet_assets::Call::transfer_keep_alive { id, target, amount } => (
			Entry::TransferKeepAlive,
			request(id.clone().into(), target, Amount::Exactly(*amount), true),
		),
		pallet_assets::Call::transfer_approved {
			id,
			owner,
			destination,
			amount,
		} => {
			let spent = request(
				id.clone().into(),
				destination,
				Amount::Exactly(*amount),
				false,
			);
			let from = lookup::<T>(owner);
			let spender = Some(signer.clone());
			(
				Entry::TransferApproved,
				Request {
					from,
					spender,
					..spent
				},
			)
		},
		pallet_assets::Call::transfer_all {
			id,
			dest,
			keep_alive,
		} => (
			Entry::TransferAll,
			request(id.clone().into(), dest, Amount::All, *keep_alive),
		),
		_ => return None,
	};
	Some(Intent { entry, request })
}

impl<T: Config> CheckTransferPolicy<T> {
	/// Decides on the state as it is now and places the clearance, or says why not.
	fn clear(intent: Intent<T::AccountId>) -> Option<Effects<T::AccountId>> {
		let Intent { entry, request } = intent;
		let asset = request.asset;
		let (from, to) = (request.from.clone(), request.to.clone());
		match Pallet::<T>::decide(request) {
			Ok(Decision { context, effects }) => {
				let (Some(from), Some(to)) = (from, to) else {
					return None;
				};
				let spender = context.spender.as_ref().map(|(account, _)| account);
				let (amount, stays) = (context.amount, context.stays());
				Pallet::<T>::place_clearance(entry, asset, &from, &to, spender, amount, stays);
				Some(effects)
			},
			Err((amount, refusal)) => {
				Pallet::<T>::deposit_event(Event::TransferRefused {
					asset,
					from,
					to,
					amount,
					reason: refusal.reason,
				});
				None
			},
		}
	}
}

impl<T: Config + Send + Sync> TransactionExtension<RuntimeCallOf<T>> for CheckTransferPolicy<T>
where
	RuntimeCallOf<T>: IsSubType<pallet_assets::Call<T>>
		+ Dispatchable<Info = DispatchInfo, PostInfo = PostDispatchInfo>,
{
	const IDENTIFIER: &'static str = "CheckTransferPolicy";
	type Implicit = ();
	/// Who signed, when the call is one of the ledger's transfers.
	type Val = Option<T::AccountId>;
	/// What the movement changes in our books, when it has been cleared.
	type Pre = Option<Effects<T::AccountId>>;

	fn weight(&self, call: &RuntimeCallOf<T>) -> Weight {
		let call: Option<&pallet_assets::Call<T>> = call.is_sub_type();
		match call {
			Some(
				pallet_assets::Call::transfer { .. }
				| pallet_assets::Call::transfer_keep_alive { .. }
				| pallet_assets::Call::transfer_approved { .. }
				| pallet_assets::Call::transfer_all { .. },
			) => <T as Config>::WeightInfo::check_transfer_policy(),
			_ => Weight::zero(),
		}
	}

	fn validate(
		&self,
		origin: DispatchOriginOf<RuntimeCallOf<T>>,
		call: &RuntimeCallOf<T>,
		_info: &DispatchInfoOf<RuntimeCallOf<T>>,
		_len: usize,
		_self_implicit: (),
		_inherited_implication: &impl Implication,
		source: TransactionSource,
	) -> ValidateResult<Self::Val, RuntimeCallOf<T>> {
		let Ok(signer) = ensure_signed(origin.clone()) else {
			return Ok((ValidTransaction::default(), None, origin));
		};
		let Some(Intent { request, .. }) = intent::<T>(call, &signer) else {
			return Ok((ValidTransaction::default(), None, origin));
		};
		if source != TransactionSource::InBlock {
			Pallet::<T>::decide(request)
				.map_err(|(_, refusal)| InvalidTransaction::Custom(refusal.reason.code()))?;
		}
		Ok((ValidTransaction::default(), Some(signer), origin))
	}

	fn prepare(
		self,
		val: Self::Val,
		_origin: &DispatchOriginOf<RuntimeCallOf<T>>,
		call: &RuntimeCallOf<T>,
		_info: &DispatchInfoOf<RuntimeCallOf<T>>,
		_len: usize,
	) -> Result<Self::Pre, TransactionValidityError> {
		Ok(val
			.and_then(|signer| intent::<T>(call, &signer))
			.and_then(Self::clear))
	}

	fn post_dispatch_details(
		pre: Self::Pre,
		_info: &DispatchInfoOf<RuntimeCallOf<T>>,
		_post_info: &PostDispatchInfoOf<RuntimeCallOf<T>>,
		_len: usize,
		result: &DispatchResult,
	) -> Result<Weight, TransactionValidityError> {
		if let Some(effects) = pre {
			Clearance::<T>::kill();
			if result.is_ok() {
				Pallet::<T>::apply(effects);
			}
		}
		Ok(Weight::zero())
	}
}

use crate::{Config, Links, WeightInfo};
use assay_primitives::{ReasonCode, Standing};
use codec::{Decode, DecodeWithMemTracking, Encode};
use core::marker::PhantomData;
use polkadot_sdk::{
	frame_support::{
		traits::{Contains, OriginTrait},
		weights::Weight,
		CloneNoBound, DebugNoBound, DefaultNoBound, EqNoBound, PartialEqNoBound,
	},
	frame_system::pallet_prelude::RuntimeCallFor,
	sp_runtime::{
		impl_tx_ext_default,
		traits::{
			DispatchInfoOf, DispatchOriginOf, Implication, TransactionExtension, ValidateResult,
		},
		transaction_validity::{InvalidTransaction, TransactionSource, ValidTransaction},
	},
};
use scale_info::TypeInfo;

/// Lets only accounts of identities in good standing sign.
///
/// It refuses in the pool and while a block is built or imported alike, so that a refused
/// transaction is in no block and costs nobody a fee. Place it after the extensions that establish
/// the origin and before the one that charges. It carries nothing on the wire.
///
/// A signer that is linked to no identity is refused with [`ReasonCode::NotAdmitted`]; one whose
/// identity is suspended or sanctioned may sign what `SuspendedCalls` or `SanctionedCalls` contain.
/// Whatever the standing, a call outside `OfferedCalls` is refused with
/// [`ReasonCode::CallNotOffered`].
///
/// # Who is not affected
///
/// - Inherents, which are bare and pass no extension's `validate`.
/// - Transactions whose origin is not `Signed`: those that a pallet authorizes itself, and `None`.
/// - Origins that no transaction carries: the council's motions and the scheduler's agenda.
/// - The accounts in whose name a nested call acts: multisigs, pure proxies and the principals of
///   proxies sign nothing. The extension asks who signs, and pallets ask who acts.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	TypeInfo,
	CloneNoBound,
	DebugNoBound,
	DefaultNoBound,
	EqNoBound,
	PartialEqNoBound,
)]
#[scale_info(skip_type_params(T))]
pub struct Admission<T>(PhantomData<T>);

impl<T: Config> Admission<T> {
	/// The extension, which has no content.
	pub const fn new() -> Self {
		Self(PhantomData)
	}

	/// Whether `who` may sign `call` now. One read, and what `OfferedCalls` asks.
	///
	/// # Errors
	/// The reason that refuses: the signer's standing first, then the call.
	pub fn check(who: &T::AccountId, call: &RuntimeCallFor<T>) -> Result<(), ReasonCode> {
		let link = Links::<T>::get(who).ok_or(ReasonCode::NotAdmitted)?;
		match link.standing {
			Standing::Active => Ok(()),
			Standing::Suspended if T::SuspendedCalls::contains(call) => Ok(()),
			Standing::Suspended => Err(ReasonCode::IdentitySuspended),
			Standing::Sanctioned if T::SanctionedCalls::contains(call) => Ok(()),
			Standing::Sanctioned => Err(ReasonCode::IdentitySanctioned),
		}?;
		if T::OfferedCalls::contains(call) {
			Ok(())
		} else {
			Err(ReasonCode::CallNotOffered)
		}
	}
}

impl<T: Config + Send + Sync> TransactionExtension<RuntimeCallFor<T>> for Admission<T> {
	const IDENTIFIER: &'static str = "Admission";
	type Implicit = ();
	type Val = ();
	type Pre = ();

	fn weight(&self, _: &RuntimeCallFor<T>) -> Weight {
		T::WeightInfo::admission()
	}

	fn validate(
		&self,
		origin: DispatchOriginOf<RuntimeCallFor<T>>,
		call: &RuntimeCallFor<T>,
		_: &DispatchInfoOf<RuntimeCallFor<T>>,
		_: usize,
		_: (),
		_: &impl Implication,
		_: TransactionSource,
	) -> ValidateResult<(), RuntimeCallFor<T>> {
		if let Some(who) = origin.as_signer() {
			Self::check(who, call).map_err(|reason| InvalidTransaction::Custom(reason.code()))?;
		}
		Ok((ValidTransaction::default(), (), origin))
	}

	impl_tx_ext_default!(RuntimeCallFor<T>; prepare);
}

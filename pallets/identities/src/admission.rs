use crate::{AccountLink, Config, LinkState, Links, WeightInfo};
use assay_primitives::{ReasonCode, Standing};
use codec::{Decode, DecodeWithMemTracking, Encode};
use core::marker::PhantomData;
use polkadot_sdk::{
	frame_support::{
		traits::{Contains, Get, OriginTrait},
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
/// identity is suspended or sanctioned may sign what `SuspendedCalls` or `SanctionedCalls` contain, and
/// one that is being replaced what `ReplacedCalls` contain, if its standing allows that.
/// Whatever the standing, a call outside `OfferedCalls` is refused with
/// [`ReasonCode::CallNotOffered`].
///
/// # Who is not affected
///
/// - Inherents, which are bare and pass no extension's `validate`.
/// - Transactions whose origin is not `Signed`: those that a pallet authorizes itself, and `None`.
/// - Origins that no transaction carries: the council's motions and the scheduler's agenda.
/// - Multisigs, in whose name nested calls act: they sign nothing. The extension asks who signs, and
///   pallets ask who acts: they refuse a multisig that is suspended, sanctioned or being replaced.
///
/// Whoever let another act for it acts through the other: what `Principals` knows of is refused as if
/// the principal had signed what the call carries, if it is linked. [`PrincipalsFilter`] refuses
/// the same wherever it is nested.
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

	/// Whether `who` may sign `call` now. One read, one for each principal, and what `OfferedCalls`
	/// asks.
	///
	/// # Errors
	/// The reason that refuses: the signer's standing first, then a principal's, then the call.
	pub fn check(who: &T::AccountId, call: &RuntimeCallFor<T>) -> Result<(), ReasonCode> {
		let link = Links::<T>::get(who).ok_or(ReasonCode::NotAdmitted)?;
		allows::<T>(link, call)?;
		principals::<T>(call).try_for_each(|(principal, inner)| {
			Links::<T>::get(principal).map_or(Ok(()), |link| allows::<T>(link, inner))
		})?;
		if T::OfferedCalls::contains(call) {
			Ok(())
		} else {
			Err(ReasonCode::CallNotOffered)
		}
	}
}

/// Whether an account that is linked so may do `call`.
fn allows<T: Config>(link: AccountLink, call: &RuntimeCallFor<T>) -> Result<(), ReasonCode> {
	match link.standing {
		Standing::Active => Ok(()),
		Standing::Suspended if T::SuspendedCalls::contains(call) => Ok(()),
		Standing::Suspended => Err(ReasonCode::IdentitySuspended),
		Standing::Sanctioned if T::SanctionedCalls::contains(call) => Ok(()),
		Standing::Sanctioned => Err(ReasonCode::IdentitySanctioned),
	}?;
	if link.state == LinkState::Replaced && !T::ReplacedCalls::contains(call) {
		return Err(ReasonCode::SenderReplaced);
	}
	Ok(())
}

/// In whose name a call acts that wraps another.
pub trait PrincipalOf<Call, AccountId> {
	/// The account in whose name `call` acts, and the call that it carries; `None` when it acts in
	/// its signer's own name.
	fn principal(call: &Call) -> Option<(AccountId, &Call)>;
}

/// Everybody acts in his own name.
impl<Call, AccountId> PrincipalOf<Call, AccountId> for () {
	fn principal(_: &Call) -> Option<(AccountId, &Call)> {
		None
	}
}

/// How many wrappers within each other are looked through before a transaction is admitted.
const MAX_PRINCIPALS: usize = 4;

/// The principals of a call and of the one that it carries, from without.
fn principals<T: Config>(
	call: &RuntimeCallFor<T>,
) -> impl Iterator<Item = (T::AccountId, &RuntimeCallFor<T>)> {
	core::iter::successors(T::Principals::principal(call), |(_, inner)| {
		T::Principals::principal(inner)
	})
	.take(MAX_PRINCIPALS)
}

/// What a runtime's call filter asks, so that no batch or multisig hides what [`Admission`] refuses: a
/// call in the name of a principal that is linked must be one that its link allows.
pub struct PrincipalsFilter<T>(PhantomData<T>);

impl<T: Config> Contains<RuntimeCallFor<T>> for PrincipalsFilter<T> {
	fn contains(call: &RuntimeCallFor<T>) -> bool {
		T::Principals::principal(call).is_none_or(|(principal, inner)| {
			Links::<T>::get(principal).is_none_or(|link| allows::<T>(link, inner).is_ok())
		})
	}
}

impl<T: Config + Send + Sync> TransactionExtension<RuntimeCallFor<T>> for Admission<T> {
	const IDENTIFIER: &'static str = "Admission";
	type Implicit = ();
	type Val = ();
	type Pre = ();

	fn weight(&self, call: &RuntimeCallFor<T>) -> Weight {
		let links = principals::<T>(call).fold(0u64, |links, _| links.saturating_add(1));
		T::WeightInfo::admission().saturating_add(T::DbWeight::get().reads(links))
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

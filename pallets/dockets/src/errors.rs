use polkadot_sdk::frame_support::pallet_macros::pallet_section;

/// Why a call is refused, and what to do.
#[pallet_section]
mod errors {
	#[pallet::error]
	pub enum Error<T> {
		/// The signer is neither compliance officer nor transfer agent of the asset, or it or its
		/// organisation is not in good standing. Ask the issuer for the role.
		NotAgent,
		/// There is no docket of this number, or it has been removed.
		NotFound,
		/// Nothing is to be taken. Name an amount above zero.
		AmountZero,
		/// The units would go to the account that they come from. Name another one.
		SameAccount,
		/// The account to take from is linked to no identity, so nothing of it can be frozen.
		HolderUnknown,
		/// The account to give to is linked to no identity. Have it linked first.
		ReceiverUnknown,
		/// Seized units go to the escrow account of the asset, and to no other. `escrow` tells it; the
		/// council sets it.
		NotEscrow,
		/// A recovery stays within one identity. Name another account of the holder's own.
		AnotherIdentity,
		/// This case has been proposed against this holder. If that docket expired, the other side may
		/// renew it; another act needs another case.
		CaseKnown,
		/// The docket's state does not allow this step. `docket` tells the state.
		WrongState,
		/// The signer's organisation proposed the docket, or its proposer acts for it now, or the signer
		/// acts for no organisation. An agent of another organisation must do this.
		SameOrganisation,
		/// The docket was proposed by another organisation. Reject it instead.
		OtherOrganisation,
		/// Who proposed it is no agent of the asset any more. Propose the act anew, for another case.
		ProposerNotAgent,
		/// The account is linked to another identity than when the docket was proposed.
		HolderChanged,
		/// The signer is not linked to the identity whose units are to be taken.
		NotHolder,
		/// There is nothing on the account that can be taken.
		NothingToTake,
		/// The docket is open, or ended less than `RetentionMs` ago. Remove it later.
		TooRecent,
	}
}

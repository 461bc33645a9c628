use polkadot_sdk::frame_support::pallet_macros::pallet_section;

/// Why a call is refused, and what to do.
#[pallet_section]
mod errors {
	#[pallet::error]
	pub enum Error<T> {
		/// The signer is not the issuer of the asset, or it or its organisation is not in good
		/// standing. The issuer posts this bond.
		NotIssuer,
		/// The signer does not act for that organisation, or one of the two is not in good standing.
		/// The organisation posts this bond.
		NotOrganisation,
		/// Another account posted the bond. Sign with that one; a view tells which.
		NotPoster,
		/// No bond stands for this purpose. Post one.
		NotFound,
		/// A bond stands for this purpose. Top it up.
		AlreadyPosted,
		/// The registry does not mark the asset as settlement asset. Choose one that it does.
		NotSettlement,
		/// The bond would consist of the very units that it answers for. Choose another asset.
		OwnAsset,
		/// The amount is zero.
		AmountZero,
		/// The account has as many bonds in this asset as it may. Use another account.
		TooManyBonds,
		/// Less would stay than is required. Ask for less; a view tells what is required.
		StillRequired,
		/// No withdrawal was asked for.
		NoWithdrawal,
		/// The notice has not passed. Wait until `available_at`.
		NoticeRunning,
		/// Nothing waits for this beneficiary from this account in this asset.
		NoClaim,
	}
}

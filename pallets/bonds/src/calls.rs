use polkadot_sdk::frame_support::pallet_macros::pallet_section;

/// What can be asked for.
#[pallet_section]
mod calls {
	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Puts units of a settlement asset down for a promise.
		///
		/// - Origin: for `Issuer(asset)` an account with role `Issuer` of that asset; for `Custodian`
		///   an account that acts for that organisation. The account becomes the poster.
		/// - Details: the units stay in the signer's account, on hold.
		/// - Parameters: `purpose`: what the bond answers for. `asset`: the settlement asset. `amount`: in
		///   its smallest unit.
		/// - Errors: `NotIssuer`, `NotOrganisation`, `AmountZero`, `OwnAsset`, `NotSettlement`,
		///   `AlreadyPosted`: top it up; `TooManyBonds`; the guard's reason why the units cannot be
		///   held.
		/// - Events: [`BondPosted`](Event::BondPosted).
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::post())]
		pub fn post(
			origin: OriginFor<T>,
			purpose: BondPurpose,
			asset: AssetId,
			amount: Balance,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_post(who, purpose, asset, amount)
		}

		/// Puts more units down.
		///
		/// - Origin: the poster.
		/// - Parameters: `amount`: in the settlement asset's smallest unit.
		/// - Errors: `NotFound`, `NotPoster`, `AmountZero`, `NotSettlement`, the guard's reason.
		/// - Events: [`BondToppedUp`](Event::BondToppedUp).
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::top_up())]
		pub fn top_up(
			origin: OriginFor<T>,
			purpose: BondPurpose,
			amount: Balance,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_top_up(who, purpose, amount)
		}

		/// Asks units back. They come free by [`withdraw`](Self::withdraw) once the notice has passed.
		///
		/// - Origin: the poster.
		/// - Details: takes the place of an earlier request, and the notice starts anew. Until they are
		///   withdrawn the units can be drawn.
		/// - Parameters: `amount`: in the settlement asset's smallest unit.
		/// - Errors: `NotFound`, `NotPoster`, `AmountZero`, `StillRequired`.
		/// - Events: [`WithdrawalRequested`](Event::WithdrawalRequested).
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::request_withdrawal())]
		pub fn request_withdrawal(
			origin: OriginFor<T>,
			purpose: BondPurpose,
			amount: Balance,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_request_withdrawal(who, purpose, amount)
		}

		/// Takes a request for units back.
		///
		/// - Origin: the poster.
		/// - Errors: `NotFound`, `NotPoster`, `NoWithdrawal`.
		/// - Events: [`WithdrawalCancelled`](Event::WithdrawalCancelled).
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::cancel_withdrawal())]
		pub fn cancel_withdrawal(origin: OriginFor<T>, purpose: BondPurpose) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_cancel_withdrawal(who, purpose)
		}

		/// Frees the units that were asked back.
		///
		/// - Origin: the poster.
		/// - Details: what is required is asked again; draws meanwhile may have lowered the amount.
		/// - Errors: `NotFound`, `NotPoster`, `NoWithdrawal`, `NoticeRunning`: wait; `StillRequired`: ask
		///   for less.
		/// - Events: [`BondWithdrawn`](Event::BondWithdrawn).
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::withdraw())]
		pub fn withdraw(origin: OriginFor<T>, purpose: BondPurpose) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw(who, purpose)
		}

		/// Pays what was drawn for a beneficiary who could not receive it then.
		///
		/// - Origin: anyone.
		/// - Parameters: `asset`: the settlement asset. `poster`: whose bond was drawn.
		///   `beneficiary`: who gets it.
		/// - Errors: `NoClaim`, the guard's reason why the beneficiary still cannot receive it.
		/// - Events: [`ClaimCollected`](Event::ClaimCollected).
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::collect())]
		pub fn collect(
			origin: OriginFor<T>,
			asset: AssetId,
			poster: T::AccountId,
			beneficiary: T::AccountId,
		) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_collect(asset, poster, beneficiary)
		}
	}
}

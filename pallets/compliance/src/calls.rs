use polkadot_sdk::frame_support::pallet_macros::pallet_section;

/// What can be asked for.
#[pallet_section]
mod calls {
	#[pallet::call(weight(<T as Config>::WeightInfo))]
	impl<T: Config> Pallet<T> {
		/// Transfers units of an asset, also from inside a multisig, a proxy or a batch.
		///
		/// # Origin
		/// Signed by the holder.
		///
		/// # Details
		/// The policy is checked on the state as it is. `assets.transfer` does the same as a
		/// transaction's own call, and is refused where it is nested.
		///
		/// # Parameters
		/// - `asset`, `to`: the asset's number, the receiver.
		/// - `amount`: in the asset's smallest unit, above zero.
		/// - `reference`: the payer's reference, repeated in the event and not stored.
		///
		/// # Errors
		/// - `Refused`: with the first reason; ask `can_transfer` for all of them.
		///
		/// # Events
		/// `Transferred`, after the ledger's own.
		#[pallet::call_index(0)]
		pub fn transfer(
			origin: OriginFor<T>,
			asset: AssetId,
			to: AccountIdLookupOf<T>,
			#[pallet::compact] amount: Balance,
			reference: Option<[u8; 32]>,
		) -> DispatchResult {
			let from = ensure_signed(origin)?;
			let to = T::Lookup::lookup(to)?;
			Self::do_transfer_with(Request::transfer(asset, from, to, amount), reference)
		}

		/// Transfers units that their holder has approved for the signer, nested or not.
		///
		/// # Origin
		/// Signed by the spender, for whom the holder has called `assets.approve_transfer`.
		///
		/// # Details
		/// Takes the amount off the approval. Holder, receiver and spender are all checked.
		///
		/// # Parameters, errors and events
		/// As for `transfer`; `from` is the holder.
		#[pallet::call_index(1)]
		pub fn transfer_from(
			origin: OriginFor<T>,
			asset: AssetId,
			from: AccountIdLookupOf<T>,
			to: AccountIdLookupOf<T>,
			#[pallet::compact] amount: Balance,
			reference: Option<[u8; 32]>,
		) -> DispatchResult {
			let spender = ensure_signed(origin)?;
			let from = T::Lookup::lookup(from)?;
			let to = T::Lookup::lookup(to)?;
			let request = Request::transfer(asset, from, to, amount).spent_by(Some(spender));
			Self::do_transfer_with(request, reference)
		}

		/// Sets the rules of an asset, in place of those before.
		///
		/// # Origin
		/// Signed by an account of a compliance officer of the asset.
		///
		/// # Details
		/// In force at once; a policy that is scheduled is withdrawn. At most 32 rules of 4,096 bytes
		/// together, which must all hold; without one, the policy still asks for identities in good standing. To tell
		/// holders beforehand, use `schedule_policy`.
		///
		/// # Errors
		/// - `BadOrigin`: the signer is no compliance officer of the asset.
		/// - `UnknownAsset`: check the number.
		/// - `InvalidPolicy`: a rule's figures make no sense; see the rule's documentation.
		/// - `PolicyTooLong`: shorten its lists.
		///
		/// # Events
		/// `ScheduledPolicyCancelled` where there was one, `PolicySet`.
		#[pallet::call_index(2)]
		pub fn set_policy(origin: OriginFor<T>, asset: AssetId, policy: Policy) -> DispatchResult {
			let by = Self::ensure_officer(origin, asset)?;
			let rules = policy.len().try_into().unwrap_or(MAX_RULES);
			if Self::do_set_policy(asset, policy)? {
				Self::deposit_event(Event::ScheduledPolicyCancelled { asset, by });
			}
			Self::deposit_event(Event::PolicySet { asset, rules, by });
			Ok(())
		}

		/// Removes the policy of an asset, and a scheduled one; it then neither moves nor is minted.
		///
		/// # Origin
		/// Signed by an account of a compliance officer of the asset.
		///
		/// # Errors
		/// As for `set_policy`, and `NoPolicy` when there is none.
		///
		/// # Events
		/// `ScheduledPolicyCancelled` where there was one, `PolicyCleared`.
		#[pallet::call_index(3)]
		pub fn clear_policy(origin: OriginFor<T>, asset: AssetId) -> DispatchResult {
			let by = Self::ensure_officer(origin, asset)?;
			if Self::do_clear_policy(asset)? {
				Self::deposit_event(Event::ScheduledPolicyCancelled { asset, by });
			}
			Self::deposit_event(Event::PolicyCleared { asset, by });
			Ok(())
		}

		/// Pauses one kind of movement of an asset, at once.
		///
		/// # Origin
		/// The council, or signed by a compliance officer or transfer agent of the asset.
		///
		/// # Details
		/// Where somebody has asked to resume, withdraws that request instead. A pause of redemptions
		/// puts their deadlines off only while the council has laid one, also over an agent's: officers
		/// and agents are the issuer's to name, and must not buy it time.
		///
		/// # Errors
		/// - `BadOrigin`: the signer has neither role.
		/// - `UnknownAsset`: check the number.
		/// - `AlreadyPaused`: and nobody has asked to resume.
		///
		/// # Events
		/// `MovementPaused` or `ResumeWithdrawn`.
		#[pallet::call_index(4)]
		pub fn pause(origin: OriginFor<T>, asset: AssetId, movement: Movement) -> DispatchResult {
			let roles = [Role::ComplianceOfficer, Role::TransferAgent];
			let by = Self::ensure_council_or_role(origin, asset, &roles)?;
			Self::do_pause(asset, movement, by)
		}

		/// Resumes a paused kind of movement: two organisations, or the council.
		///
		/// # Origin
		/// The council: at once. A compliance officer of the asset: asks. A compliance officer or
		/// the issuer, of another organisation: confirms.
		///
		/// # Errors
		/// - `BadOrigin`: the signer may not ask, or not confirm.
		/// - `UnknownAsset`: check the number.
		/// - `NotPaused`: there is nothing to resume.
		/// - `SameOrganisation`: another organisation than the one that asked must confirm.
		///
		/// # Events
		/// `ResumeRequested` or `MovementResumed`.
		#[pallet::call_index(5)]
		pub fn resume(origin: OriginFor<T>, asset: AssetId, movement: Movement) -> DispatchResult {
			let roles = [Role::ComplianceOfficer, Role::Issuer];
			let by = Self::ensure_council_or_role(origin, asset, &roles)?;
			Self::do_resume(asset, movement, by)
		}

		/// Freezes units of an identity or of one account, in place of what was frozen there.
		///
		/// # Origin
		/// Signed by an account of a compliance officer of the asset.
		///
		/// # Details
		/// A frozen account keeps its link, a frozen identity is not removed. A full freeze stops
		/// giving and receiving; a partial one keeps that many free units, held ones not counted, in
		/// place. In force at once, also for what is not held yet.
		///
		/// # Errors
		/// - `BadOrigin`: the signer is no compliance officer of the asset.
		/// - `UnknownAsset`, `UnknownTarget`: check the numbers.
		/// - `NothingToFreeze`: use `thaw`.
		/// - `TooManyAccounts`: freeze the identity instead.
		///
		/// # Events
		/// `Frozen`.
		#[pallet::call_index(6)]
		pub fn freeze(
			origin: OriginFor<T>,
			asset: AssetId,
			target: FreezeTarget<T::AccountId>,
			freeze: Freeze,
		) -> DispatchResult {
			let by = Self::ensure_officer(origin, asset)?;
			let nothing = matches!(freeze, Freeze::None | Freeze::Partial(0));
			ensure!(!nothing, Error::<T>::NothingToFreeze);
			let old = Self::do_freeze(asset, &target, freeze)?;
			Self::deposit_event(Event::Frozen {
				asset,
				target,
				old,
				new: freeze,
				by,
			});
			Ok(())
		}

		/// Lifts a freeze from an identity or from one account.
		///
		/// # Origin
		/// Signed by an account of a compliance officer of the asset.
		///
		/// # Errors
		/// As for `freeze`, but for:
		/// - `NotFrozen`: nothing is frozen there. An identity and its accounts thaw separately.
		///
		/// # Events
		/// `Thawed`.
		#[pallet::call_index(7)]
		pub fn thaw(
			origin: OriginFor<T>,
			asset: AssetId,
			target: FreezeTarget<T::AccountId>,
		) -> DispatchResult {
			let by = Self::ensure_officer(origin, asset)?;
			let old = Self::do_freeze(asset, &target, Freeze::None)?;
			ensure!(old != Freeze::None, Error::<T>::NotFrozen);
			Self::deposit_event(Event::Thawed {
				asset,
				target,
				old,
				by,
			});
			Ok(())
		}

		/// Sets rules that take the place of those in force at a moment, in place of others to come.
		///
		/// # Origin
		/// Signed by an account of a compliance officer of the asset.
		///
		/// # Details
		/// In force from the moment on, without anybody calling anything.
		///
		/// # Parameters
		/// - `effective_at`: in ms, after now.
		///
		/// # Errors
		/// As for `set_policy`, and `NotInFuture`: name a later moment, or use `set_policy`.
		///
		/// # Events
		/// `PolicyScheduled`.
		#[pallet::call_index(8)]
		pub fn schedule_policy(
			origin: OriginFor<T>,
			asset: AssetId,
			policy: Policy,
			effective_at: Moment,
		) -> DispatchResult {
			let by = Self::ensure_officer(origin, asset)?;
			Self::do_schedule_policy(asset, policy, effective_at, by)
		}

		/// Withdraws rules that are scheduled and not in force yet.
		///
		/// # Origin
		/// Signed by an account of a compliance officer of the asset.
		///
		/// # Errors
		/// As for `set_policy`, and `NotScheduled`: none are to come.
		///
		/// # Events
		/// `ScheduledPolicyCancelled`.
		#[pallet::call_index(9)]
		pub fn cancel_scheduled_policy(origin: OriginFor<T>, asset: AssetId) -> DispatchResult {
			let by = Self::ensure_officer(origin, asset)?;
			Self::do_cancel_scheduled_policy(asset)?;
			Self::deposit_event(Event::ScheduledPolicyCancelled { asset, by });
			Ok(())
		}

		/// Approves one movement from one identity to another, where the policy asks for that.
		///
		/// # Origin
		/// Signed by an account of a compliance officer of the asset.
		///
		/// # Details
		/// Takes the place of an approval for the same pair. The first transfer of at most the amount
		/// uses it up and gives the deposit back.
		///
		/// # Parameters
		/// - `from`, `to`: two identities.
		/// - `max_amount`: in the asset's smallest unit, above zero.
		/// - `until`: last moment at which it counts, in ms.
		///
		/// # Errors
		/// - `BadOrigin`: the signer is no compliance officer of the asset.
		/// - `UnknownAsset`, `UnknownTarget`: check the numbers.
		/// - `InvalidApproval`: of nothing, within one identity, or in the past.
		///
		/// # Events
		/// `TransferPreApproved`.
		#[pallet::call_index(10)]
		pub fn approve_transfer(
			origin: OriginFor<T>,
			asset: AssetId,
			from: IdentityId,
			to: IdentityId,
			#[pallet::compact] max_amount: Balance,
			until: Moment,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let by = Self::ensure_role(&who, asset, &[Role::ComplianceOfficer])?;
			Self::do_approve_transfer(&who, asset, from, to, max_amount, until)?;
			Self::deposit_event(Event::TransferPreApproved {
				asset,
				from,
				to,
				max_amount,
				until,
				by,
			});
			Ok(())
		}

		/// Removes an approval of `approve_transfer`, and gives its deposit back.
		///
		/// # Origin
		/// Signed by an account of a compliance officer of the asset; by anybody once the approval's
		/// time is over.
		///
		/// # Errors
		/// - `NotApproved`: there is none for that pair.
		/// - `BadOrigin`: it still counts, and the signer is no compliance officer of the asset.
		///
		/// # Events
		/// `TransferApprovalRemoved`.
		#[pallet::call_index(11)]
		pub fn cancel_transfer_approval(
			origin: OriginFor<T>,
			asset: AssetId,
			from: IdentityId,
			to: IdentityId,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			if !Self::approval_is_over(asset, from, to)? {
				Self::ensure_role(&who, asset, &[Role::ComplianceOfficer])?;
			}
			Self::remove_approval(asset, from, to)
		}

		/// Agrees that the signer's identity receives an asset, where the policy asks for that.
		///
		/// # Origin
		/// Signed by an account of an identity in good standing, which leaves a deposit.
		///
		/// # Errors
		/// - `Refused`: the signer has no identity in good standing.
		/// - `UnknownAsset`: check the number.
		/// - `AlreadyOptedIn`: nothing is to be done.
		///
		/// # Events
		/// `OptedIn`.
		#[pallet::call_index(12)]
		pub fn opt_in(origin: OriginFor<T>, asset: AssetId) -> DispatchResult {
			let identity = Self::do_opt_in(&ensure_signed(origin)?, asset)?;
			Self::deposit_event(Event::OptedIn { asset, identity });
			Ok(())
		}

		/// Agrees no more that an identity receives an asset, and gives the deposit back.
		///
		/// # Origin
		/// Signed by an account of the identity; by anybody once there is no such identity any more.
		///
		/// # Details
		/// What is held stays.
		///
		/// # Errors
		/// - `BadOrigin`: the signer is of another identity.
		/// - `NotOptedIn`: nothing is to be done.
		///
		/// # Events
		/// `OptedOut`.
		#[pallet::call_index(13)]
		pub fn opt_out(
			origin: OriginFor<T>,
			asset: AssetId,
			identity: IdentityId,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let own = T::Identities::identity_of(&who) == Some(identity);
			ensure!(
				own || T::Identities::profile(identity).is_none(),
				DispatchError::BadOrigin
			);
			Self::do_opt_out(asset, identity)?;
			Self::deposit_event(Event::OptedOut { asset, identity });
			Ok(())
		}

		/// Counts positions of an identity that changes its jurisdiction under the new country, and
		/// completes the change with the last.
		///
		/// # Origin
		/// Signed by anybody.
		///
		/// # Details
		/// Until all positions are named, in as many calls as it takes, the identity gets and gives
		/// nothing and may redeem. Assets that it does not hold are passed over; with none left, an
		/// empty list completes the change. Caps on holders do not refuse who is one already.
		///
		/// # Parameters
		/// - `assets`: at most 16.
		///
		/// # Errors
		/// - `NotMoving`: the identity does not change its jurisdiction.
		/// - `NothingToReseat`: name assets that it holds and that are not counted anew yet.
		///
		/// # Events
		/// `Reseated` for each position.
		#[pallet::call_index(14)]
		#[pallet::weight(<T as Config>::WeightInfo::reseat(assets.len().try_into().unwrap_or(MAX_PAGE)))]
		pub fn reseat(
			origin: OriginFor<T>,
			identity: IdentityId,
			assets: BoundedVec<AssetId, ConstU32<MAX_PAGE>>,
		) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_reseat(identity, &assets)
		}

		/// Moves the free units of an account that is being replaced to its successor.
		///
		/// # Origin
		/// Signed by anybody.
		///
		/// # Details
		/// Once the time for objections has passed. What is frozen of the account on its own goes
		/// along; rules do not bind, since the holder stays the same. Held units follow when their
		/// hold has ended: call again.
		///
		/// # Errors
		/// - `UnknownAsset`: check the number.
		/// - `NotReplaced`: the account is not being replaced, or not yet.
		/// - `NothingToMove`: there are neither free units nor a freeze.
		/// - `UnderDocket`: what a docket takes stays where it is until that is decided on.
		/// - `Refused`: forced movements are paused, or the asset's status refuses them.
		///
		/// # Events
		/// `ReplacedMoved`, after the ledger's own.
		#[pallet::call_index(15)]
		pub fn move_replaced(
			origin: OriginFor<T>,
			asset: AssetId,
			old: AccountIdLookupOf<T>,
		) -> DispatchResult {
			ensure_signed(origin)?;
			let old = T::Lookup::lookup(old)?;
			Self::do_move_replaced(asset, &old)
		}

		/// Lets positions forget volumes of periods that are over and balances at checkpoints that
		/// are closed; a position with nothing else to remember is removed.
		///
		/// # Origin
		/// Signed by anybody.
		///
		/// # Parameters
		/// - `identities`: at most 16; those with nothing to forget are passed over.
		///
		/// # Errors
		/// - `UnknownAsset`: check the number.
		/// - `NothingToPrune`: none of them has anything to forget.
		///
		/// # Events
		/// `PositionsPruned`.
		#[pallet::call_index(16)]
		#[pallet::weight(<T as Config>::WeightInfo::prune_positions(identities.len().try_into().unwrap_or(MAX_PAGE)))]
		pub fn prune_positions(
			origin: OriginFor<T>,
			asset: AssetId,
			identities: BoundedVec<IdentityId, ConstU32<MAX_PAGE>>,
		) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_prune_positions(asset, &identities)
		}

		/// Lays the same freeze on up to 100 identities or accounts.
		///
		/// # Origin
		/// Signed by an account of a compliance officer of the asset.
		///
		/// # Details
		/// A target that has this very freeze is skipped, so that a long list can be sent again in the
		/// same pieces after an interruption. Otherwise as `freeze`, for all targets or for none.
		///
		/// # Parameters
		/// - `freeze`: laid in place of what was frozen there.
		/// - `case`: BLAKE2b-256 of the order that asks for it, repeated in the event.
		///
		/// # Errors
		/// As for `freeze`.
		///
		/// # Events
		/// `Frozen` for each target done, then `ManyFrozen`.
		#[pallet::call_index(20)]
		#[pallet::weight(<T as Config>::WeightInfo::freeze_many(targets.len().try_into().unwrap_or(MAX_TARGETS)))]
		pub fn freeze_many(
			origin: OriginFor<T>,
			asset: AssetId,
			targets: FreezeTargets<T::AccountId>,
			freeze: Freeze,
			case: Hash,
		) -> DispatchResult {
			let by = Self::ensure_officer(origin, asset)?;
			let nothing = matches!(freeze, Freeze::None | Freeze::Partial(0));
			ensure!(!nothing, Error::<T>::NothingToFreeze);
			let (done, skipped) = Self::do_freeze_many(asset, &targets, freeze, by)?;
			Self::deposit_event(Event::ManyFrozen {
				asset,
				freeze,
				case,
				done,
				skipped,
				by,
			});
			Ok(())
		}

		/// Lifts the freezes from up to 100 identities or accounts.
		///
		/// # Origin
		/// Signed by an account of a compliance officer of the asset.
		///
		/// # Details
		/// A target of which nothing is frozen is skipped, so that a long list can be sent again.
		///
		/// # Parameters
		/// - `case`: BLAKE2b-256 of the order that asks for it, repeated in the event.
		///
		/// # Errors
		/// As for `freeze`.
		///
		/// # Events
		/// `Thawed` for each target done, then `ManyThawed`.
		#[pallet::call_index(21)]
		#[pallet::weight(<T as Config>::WeightInfo::thaw_many(targets.len().try_into().unwrap_or(MAX_TARGETS)))]
		pub fn thaw_many(
			origin: OriginFor<T>,
			asset: AssetId,
			targets: FreezeTargets<T::AccountId>,
			case: Hash,
		) -> DispatchResult {
			let by = Self::ensure_officer(origin, asset)?;
			let (done, skipped) = Self::do_freeze_many(asset, &targets, Freeze::None, by)?;
			Self::deposit_event(Event::ManyThawed {
				asset,
				case,
				done,
				skipped,
				by,
			});
			Ok(())
		}
	}
}

//! Areas, bodies and offers: what records speak of.

use async_graphql::{Context, Object, Result};

use super::find;
use super::lists::{self, all_rows};
use crate::graphql::context::ContextExt;
use crate::graphql::enums::AreaKind;
use crate::graphql::filter::rows::{AreaFilter, BodyFilter, OfferFilter};
use crate::graphql::known_at::KnownAt;
use crate::graphql::object::area::{Area, AreaConnection, AreaOrderField};
use crate::graphql::object::body::{Body, BodyConnection, BodyOrderField};
use crate::graphql::object::offer::{Offer, OfferConnection, OfferOrderField};
use crate::graphql::page::{Order, PageArgs};
use crate::graphql::scalars::Date;

/// Lists and single rows of what records speak of.
#[derive(Default)]
pub struct ReferenceQuery;

#[Object]
#[expect(clippy::too_many_arguments, reason = "the arguments of connections")]
impl ReferenceQuery {
    /// The area with an official code, current or former: GSS, ODS, nDelius, prison, court. An area that has ended is found too, with its successors; given `asOf`, it must exist on that day.
    async fn area(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "An official code, for example E06000042.")] code: String,
        #[graphql(desc = "Which kind, for a code that several share; a district by default.")]
        kind: Option<AreaKind>,
        #[graphql(desc = "The day; today by default.")] as_of: Option<Date>,
        #[graphql(
            name = "knownAt",
            desc = "The register as it stood at an earlier moment; as it stands by default."
        )]
        _known_at: Option<KnownAt>,
    ) -> Result<Option<Area>> {
        let (atlas, day) = (ctx.atlas()?, ctx.day(as_of)?);
        let kind = kind.map(Into::into);
        let ix = match as_of {
            None => find::area(atlas, "code", &code, kind, day)?,
            Some(_) => find::area_on(atlas, "code", &code, kind, day)?,
        };
        Ok(Some(Area { ix, day }))
    }

    /// Areas of every kind, those that have ended included: filter by `existsOn` for a day's.
    async fn areas(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "So many from the start, or after the cursor.")] first: Option<i32>,
        #[graphql(desc = "Rows after this cursor.")] after: Option<String>,
        #[graphql(desc = "So many from the end, or before the cursor.")] last: Option<i32>,
        #[graphql(desc = "Rows before this cursor.")] before: Option<String>,
        #[graphql(desc = "Only rows that pass.")] filter: Option<AreaFilter>,
        #[graphql(desc = "In this order; by id by default.")] order_by: Option<
            Vec<Order<AreaOrderField>>,
        >,
        #[graphql(desc = "The day on which they are seen; today by default.")] as_of: Option<Date>,
        #[graphql(
            name = "knownAt",
            desc = "The register as it stood at an earlier moment; as it stands by default."
        )]
        _known_at: Option<KnownAt>,
    ) -> Result<Option<AreaConnection>> {
        let page = PageArgs {
            first,
            after,
            last,
            before,
        };
        all_rows!(
            ctx,
            areas,
            "areas",
            as_of,
            filter,
            order_by,
            page,
            |ix, day| Area { ix, day }
        )
    }

    /// Commissioners, funders and providers.
    async fn bodies(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "So many from the start, or after the cursor.")] first: Option<i32>,
        #[graphql(desc = "Rows after this cursor.")] after: Option<String>,
        #[graphql(desc = "So many from the end, or before the cursor.")] last: Option<i32>,
        #[graphql(desc = "Rows before this cursor.")] before: Option<String>,
        #[graphql(desc = "Only rows that pass.")] filter: Option<BodyFilter>,
        #[graphql(desc = "In this order; by id by default.")] order_by: Option<
            Vec<Order<BodyOrderField>>,
        >,
        #[graphql(desc = "The day on which they are seen; today by default.")] as_of: Option<Date>,
        #[graphql(
            name = "knownAt",
            desc = "The register as it stood at an earlier moment; as it stands by default."
        )]
        _known_at: Option<KnownAt>,
    ) -> Result<Option<BodyConnection>> {
        let page = PageArgs {
            first,
            after,
            last,
            before,
        };
        all_rows!(
            ctx,
            bodies,
            "bodies",
            as_of,
            filter,
            order_by,
            page,
            |ix, day| Body { ix, day }
        )
    }

    /// The offer with a code, for example `mhtr_primary_care`.
    async fn offer(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The code.")] code: String,
        #[graphql(
            name = "knownAt",
            desc = "The register as it stood at an earlier moment; as it stands by default."
        )]
        _known_at: Option<KnownAt>,
    ) -> Result<Option<Offer>> {
        Ok(Some(Offer(find::offer(ctx.atlas()?, "code", &code)?)))
    }

    /// The offer vocabulary.
    async fn offers(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "So many from the start, or after the cursor.")] first: Option<i32>,
        #[graphql(desc = "Rows after this cursor.")] after: Option<String>,
        #[graphql(desc = "So many from the end, or before the cursor.")] last: Option<i32>,
        #[graphql(desc = "Rows before this cursor.")] before: Option<String>,
        #[graphql(desc = "Only rows that pass.")] filter: Option<OfferFilter>,
        #[graphql(desc = "In this order; by id by default.")] order_by: Option<
            Vec<Order<OfferOrderField>>,
        >,
        #[graphql(
            name = "knownAt",
            desc = "The register as it stood at an earlier moment; as it stands by default."
        )]
        _known_at: Option<KnownAt>,
    ) -> Result<Option<OfferConnection>> {
        let page = PageArgs {
            first,
            after,
            last,
            before,
        };
        let as_of = None;
        all_rows!(
            ctx,
            offers,
            "offers",
            as_of,
            filter,
            order_by,
            page,
            |ix, _| Offer(ix)
        )
    }
}

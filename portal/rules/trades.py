"""What is taught and who teaches it; trades with machines, heat or current count as dangerous until the age of 18."""
from enum import StrEnum

from portal.rules.referral import InstitutionKind


class Trade(StrEnum):
    SEWING = "sewing"
    FASHION = "fashion"
    EMBROIDERY = "embroidery"
    SCREEN_PRINTING = "screen_printing"
    MOTORCYCLE_REPAIR = "motorcycle_repair"
    CAR_REPAIR = "car_repair"
    WELDING = "welding"
    COOLING_AND_ELECTRONICS = "cooling_and_electronics"
    ELECTRICAL_WIRING = "electrical_wiring"
    COOKING_AND_BAKING = "cooking_and_baking"
    BARISTA = "barista"
    BEAUTY = "beauty"
    BARBER = "barber"
    COMPUTER_AND_DESIGN = "computer_and_design"
    PHONE_REPAIR = "phone_repair"
    CARPENTRY = "carpentry"
    FARMING = "farming"
    LIVESTOCK = "livestock"
    FISHERY = "fishery"
    RECYCLING_CRAFT = "recycling_craft"
    MUSIC_AND_ARTS = "music_and_arts"
    JAPANESE = "japanese"
    OTHER = "other"


class ProviderKind(StrEnum):
    SOCIAL_OFFICE = "social_office"
    PROVINCIAL_HOME = "provincial_home"
    SENTRA = "sentra"
    PUBLIC_TRAINING_CENTRE = "public_training_centre"
    PRIVATE_TRAINING_CENTRE = "private_training_centre"
    LEARNING_CENTRE = "learning_centre"
    WELFARE_INSTITUTION = "welfare_institution"
    COMPANY = "company"
    OTHER = "other"


# A first answer for the office to correct per programme. Kepmenaker 235/2003 names drills, grinders and lathes.
RISKY_TRADES = frozenset({
    Trade.MOTORCYCLE_REPAIR, Trade.CAR_REPAIR, Trade.WELDING, Trade.COOLING_AND_ELECTRONICS, Trade.ELECTRICAL_WIRING, Trade.CARPENTRY,
})

# What an institution of the directory is as a provider, where its kind says so (domain 6.1); others are asked for.
PROVIDES_AS = {
    InstitutionKind.PROVINCIAL_HOME: ProviderKind.PROVINCIAL_HOME, InstitutionKind.SENTRA: ProviderKind.SENTRA,
    InstitutionKind.TRAINING_CENTRE: ProviderKind.PUBLIC_TRAINING_CENTRE, InstitutionKind.LEARNING_CENTRE: ProviderKind.LEARNING_CENTRE,
    InstitutionKind.CHILD_HOME: ProviderKind.WELFARE_INSTITUTION, InstitutionKind.JUVENILE_HOME: ProviderKind.WELFARE_INSTITUTION,
}


def provider_kind(institution_kind):
    """The ProviderKind that an institution of this kind is, or None where that has to be asked."""
    return PROVIDES_AS.get(institution_kind)

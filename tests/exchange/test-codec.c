/* test-codec.c: values as MS Project XML writes them, both ways.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/mspdi/way-mspdi-schema.h"
#include "model/way-records.h"

#include <string.h>

static const struct
{
  WayCodec codec;
  const char *text;
  gint64 value;
  gboolean exact;
  const char *back; /* NULL = the same text */
} good[] = {
  { WAY_CODEC_INT, "500", 500, TRUE, NULL },
  { WAY_CODEC_INT, "500.0", 500, TRUE, "500" },
  { WAY_CODEC_INT, "-3", -3, TRUE, NULL },
  { WAY_CODEC_BOOL, "true", 1, TRUE, "1" },
  { WAY_CODEC_BOOL, "0", 0, TRUE, NULL },
  { WAY_CODEC_NOT, "1", 0, TRUE, NULL },
  { WAY_CODEC_MOMENT, "2006-09-21T08:00:00", 19313760, TRUE, NULL },
  { WAY_CODEC_MOMENT, "2006-09-21T08:00:30", 19313760, FALSE, "2006-09-21T08:00:00" },
  { WAY_CODEC_MOMENT, "2006-09-21T08:00:00Z", 19313760, TRUE, "2006-09-21T08:00:00" },
  { WAY_CODEC_MOMENT, "2006-09-21T08:00:00.250+02:00", 19313760, TRUE, "2006-09-21T08:00:00" },
  { WAY_CODEC_CLOCK, "08:30:00", 510, TRUE, NULL },
  { WAY_CODEC_CLOCK, "24:00:00", 1440, TRUE, "00:00:00" },
  { WAY_CODEC_DURATION, "PT8H0M0S", 480, TRUE, NULL },
  { WAY_CODEC_DURATION, "PT8H30M", 510, TRUE, "PT8H30M0S" },
  { WAY_CODEC_DURATION, "PT1.5H", 90, TRUE, "PT1H30M0S" },
  { WAY_CODEC_DURATION, "PT126H14M24S", 7574, FALSE, "PT126H14M0S" },
  { WAY_CODEC_DURATION, "PT126H14M36S", 7575, FALSE, "PT126H15M0S" },
  { WAY_CODEC_LENGTH, "PT126H14M36S", 7574, FALSE, "PT126H14M0S" },
  { WAY_CODEC_LENGTH, "PT126H13M60S", 7574, TRUE, "PT126H14M0S" },
  { WAY_CODEC_DURATION, "P1DT2H", 1560, TRUE, "PT26H0M0S" },
  { WAY_CODEC_DURATION, "-PT4H0M0S", -240, TRUE, NULL },
  { WAY_CODEC_DURATION, "P0Y0M0DT1H0M0S", 60, TRUE, "PT1H0M0S" },
  { WAY_CODEC_TENTHS, "4800", 480, TRUE, NULL },
  { WAY_CODEC_TENTHS, "-4805", -481, FALSE, "-4810" },
  { WAY_CODEC_UNIT, "7", WAY_UNIT_DAYS, TRUE, NULL },
  { WAY_CODEC_UNIT, "39", WAY_UNIT_DAYS, TRUE, "7" },
  { WAY_CODEC_UNIT, "8", WAY_UNIT_ELAPSED_DAYS, TRUE, NULL },
  { WAY_CODEC_UNIT, "12", WAY_UNIT_ELAPSED_MONTHS, TRUE, NULL },
  { WAY_CODEC_UNIT, "19", WAY_UNIT_PERCENT, TRUE, NULL },
  { WAY_CODEC_UNIT, "52", WAY_UNIT_ELAPSED_PERCENT, TRUE, "20" },
  { WAY_CODEC_UNIT, "21", WAY_UNIT_DAYS, TRUE, "7" },
  { WAY_CODEC_MONEY, "12345", 12345, TRUE, NULL },
  { WAY_CODEC_MONEY, "100.40", 100, FALSE, "100" },
  { WAY_CODEC_RATE, "22.5", 2250, TRUE, NULL },
  { WAY_CODEC_RATE, "16.8269", 1683, FALSE, "16.83" },
  { WAY_CODEC_RATE, "7.99999999999999911182158029987476766109466552734375", 800, TRUE, "8" },
  { WAY_CODEC_FRACTION, "1", 100, TRUE, NULL },
  { WAY_CODEC_FRACTION, "0.05", 5, TRUE, NULL },
  { WAY_CODEC_FRACTION, "0.333", 33, FALSE, "0.33" },
  { WAY_CODEC_KIND, "0", WAY_RESOURCE_MATERIAL, TRUE, NULL },
  { WAY_CODEC_KIND, "1", WAY_RESOURCE_WORK, TRUE, NULL },
  { WAY_CODEC_KIND, "2", WAY_RESOURCE_COST, TRUE, NULL },
  { WAY_CODEC_ACCRUAL, "3", WAY_ACCRUE_PRORATED, TRUE, NULL },
};

static void
test_good (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GString) back = g_string_new (NULL);
      gboolean exact;
      WayValue value;

      g_test_message ("%s", good[i].text);
      g_assert_true (way_codec_parse (good[i].codec, good[i].text, &value, &exact));
      g_assert_cmpint (value.i, ==, good[i].value);
      g_assert_cmpint (exact, ==, good[i].exact);
      way_codec_format (good[i].codec, &value, back);
      g_assert_cmpstr (back->str, ==, good[i].back != NULL ? good[i].back : good[i].text);
    }
}

static const struct
{
  WayCodec codec;
  const char *text;
} bad[] = {
  { WAY_CODEC_INT, "" },          { WAY_CODEC_INT, "many" },       { WAY_CODEC_INT, "12 apples" },
  { WAY_CODEC_INT, "1e300" },     { WAY_CODEC_INT, "nan" },        { WAY_CODEC_INT, "0x10" },
  { WAY_CODEC_BOOL, "yes" },      { WAY_CODEC_BOOL, "2" },         { WAY_CODEC_MOMENT, "" },
  { WAY_CODEC_MOMENT, "soon" },   { WAY_CODEC_MOMENT, "2026-13-01T08:00:00" },
  { WAY_CODEC_MOMENT, "1066-10-14T09:00:00" },                     { WAY_CODEC_CLOCK, "8" },
  { WAY_CODEC_CLOCK, "25:00:00" },{ WAY_CODEC_CLOCK, "24:01:00" }, { WAY_CODEC_CLOCK, "aa:bb" },
  { WAY_CODEC_DURATION, "" },     { WAY_CODEC_DURATION, "P" },     { WAY_CODEC_DURATION, "PT" },
  { WAY_CODEC_DURATION, "8h" },   { WAY_CODEC_DURATION, "PT8" },   { WAY_CODEC_DURATION, "PT8X" },
  { WAY_CODEC_DURATION, "P2M" },  { WAY_CODEC_DURATION, "PT1e99H" },
  { WAY_CODEC_UNIT, "days" },     { WAY_CODEC_KIND, "7" },         { WAY_CODEC_FRACTION, "inf" },
};

static void
test_bad (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      gboolean exact;
      WayValue value;

      g_test_message ("%s", bad[i].text);
      g_assert_false (way_codec_parse (bad[i].codec, bad[i].text, &value, &exact));
    }
}

/* Every element of the tables that stands for a field names one, with a codec that fits. */
static void
test_tables (void)
{
  const WayMspdiSchema *schemas[] = { &way_mspdi_project, &way_mspdi_calendar, &way_mspdi_task,
                                      &way_mspdi_resource, &way_mspdi_assignment };

  for (gsize i = 0; i < G_N_ELEMENTS (schemas); i++)
    for (guint k = 0; k < schemas[i]->n_elements; k++)
      {
        const WayMspdiElement *element = &schemas[i]->elements[k];
        const WayField *field;

        g_assert_cmpint (way_mspdi_schema_find (schemas[i], element->name, (int) k / 2), ==, k);
        if (element->field == NULL)
          continue;
        field = way_record_type_lookup (schemas[i]->record, element->field);
        g_assert_nonnull (field);
        g_assert_cmpint (way_field_is_stored (field), ==, element->role != WAY_MSPDI_DERIVED);
        g_assert_cmpint (field->type == WAY_FIELD_TYPE_TEXT, ==, element->codec == WAY_CODEC_TEXT);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/codec/good", test_good);
  g_test_add_func ("/exchange/codec/bad", test_bad);
  g_test_add_func ("/exchange/codec/tables", test_tables);
  return g_test_run ();
}

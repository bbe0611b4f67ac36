-- By which article's text a report is: its copies are found by it.
create index story_report_origin on record.story_report (tenant, origin, article_id, recorded_to) where origin is not null;

-- A last day that is moved takes the letters that wait for it along.
grant update (keep_until) on mail_out to {{app}};

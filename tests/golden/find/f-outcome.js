academyFind.take("8e8486a879c4","f-outcome",[["cost-of-visits","Cost of visits",0,")'"],["days-at-home","Days at home",0,"##$##$###$###$#%$#$"]]);

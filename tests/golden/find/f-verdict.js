academyFind.take("47e1d4829298","f-verdict",[["worked","Worked",0,"#"],["not-reported","No result reported",0,"$"]]);

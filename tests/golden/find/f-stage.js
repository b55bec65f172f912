academyFind.take("1e414b68765a","f-stage",[["idea","Idea",0,"$"],["live","Live",0,"#"]]);
